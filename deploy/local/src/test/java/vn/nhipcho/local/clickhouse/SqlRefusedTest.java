package vn.nhipcho.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlRefusedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Code: 62. DB::Exception: Syntax error: failed at position 1                        | true
            Code: 47. DB::Exception: Unknown expression identifier `x`                         | true
            Code: 60. DB::Exception: Unknown table expression identifier 'market.sale'         | true
            Code: 46. DB::Exception: Function with name `summ` does not exist                  | true
            Code: 49. DB::Exception: Logical error: 'Bad cast'                                 | false
            Code: 241. DB::Exception: Query memory limit exceeded                              | false
            Code: 159. DB::Exception: Timeout exceeded                                         | false
            Code: 516. DB::Exception: default: Authentication failed                           | false
            <html>502 Bad Gateway</html>                                                       | false
            """)
    void tellsAWrongStatementFromAServerThatCouldNotRunIt(String answer, boolean ofTheStatement) {
        assertThat(SqlRefused.of(answer).isOfTheStatement()).isEqualTo(ofTheStatement);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'Code: 62. DB::Exception: no (SYNTAX_ERROR) (version 26.7.3.1 (official build))\n' | Code: 62. DB::Exception: no (SYNTAX_ERROR)
            """)
    void keepsClickHousesWordsWithoutItsVersion(String answer, String message) {
        assertThat(SqlRefused.of(answer)).hasMessage(message);
    }
}
