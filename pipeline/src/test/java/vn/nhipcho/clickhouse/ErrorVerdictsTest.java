package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.ServerException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorVerdictsTest {
    @ParameterizedTest
    @CsvSource({
        "252, RETRY, too many parts",
        "241, RETRY, memory limit",
        "242, RETRY, replica is read-only",
        "999, RETRY, keeper",
        "469, REJECT, violated constraint",
        "407, REJECT, decimal overflow",
        "60, FAIL, unknown table",
        "516, FAIL, wrong password",
        "12345, FAIL, not in the table"
    })
    void judgesByCode(int code, ErrorVerdict verdict, String why) {
        assertThat(ErrorVerdicts.of(new SQLException("refused", "HY000", code)))
                .as(why)
                .isEqualTo(verdict);
    }

    @Test
    void findsTheCodeThatStandsInTheMessageOnly() {
        SQLException timeout = new SQLException("Code: 159. DB::Exception: Timeout exceeded: elapsed 60 s");

        assertThat(ErrorVerdicts.codeOf(timeout)).isEqualTo(159);
        assertThat(ErrorVerdicts.of(timeout)).isEqualTo(ErrorVerdict.RETRY);
    }

    @Test
    void retriesWhileTheNetworkIsAway() {
        assertThat(ErrorVerdicts.of(new SQLException(new ConnectException("Connection refused"))))
                .isEqualTo(ErrorVerdict.RETRY);
        assertThat(ErrorVerdicts.of(new SQLException(new TimeoutException()))).isEqualTo(ErrorVerdict.RETRY);
    }

    @Test
    void retriesWhatAProxyAnswersInClickHousesPlace() {
        assertThat(ErrorVerdicts.of(new SQLException(new ServerException(0, "Bad gateway", 502, ""))))
                .isEqualTo(ErrorVerdict.RETRY);
        assertThat(ErrorVerdicts.of(new SQLException(new ServerException(0, "Forbidden", 403, ""))))
                .isEqualTo(ErrorVerdict.FAIL);
    }

    @Test
    void rejectsARowThatTheDriverCannotWrite() {
        assertThat(ErrorVerdicts.of(new UnboundRow("too big", new ArithmeticException())))
                .isEqualTo(ErrorVerdict.REJECT);
    }

    @Test
    void failsOnWhatNobodyForesaw() {
        assertThat(ErrorVerdicts.of(new SQLException("what is this?"))).isEqualTo(ErrorVerdict.FAIL);
    }

    @Test
    void namesEachCodeOnce() {
        assertThat(ErrorVerdicts.TABLE)
                .extracting(ErrorVerdicts.Known::code)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(ErrorVerdicts.TABLE).extracting(ErrorVerdicts.Known::name).doesNotHaveDuplicates();
    }
}
