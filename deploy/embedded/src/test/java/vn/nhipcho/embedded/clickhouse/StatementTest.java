package vn.nhipcho.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSERT INTO t FORMAT RowBinary                      | INSERT INTO t                            | RowBinary
            insert into t (a, format, b) format CSV             | insert into t (a, format, b)             | CSV
            INSERT INTO TABLE db.t FORMAT JSONEachRow {"a":1}   | INSERT INTO TABLE db.t                   | JSONEachRow
            INSERT INTO format FORMAT TSV                       | INSERT INTO format                       | TSV
            INSERT INTO db.values VALUES (1)                    | INSERT INTO db.values                    | Values
            INSERT INTO `a;b'` (`x y`) VALUES (1, 'FORMAT CSV') | INSERT INTO `a;b'` (`x y`)               | Values
            INSERT INTO t SETTINGS async_insert = 0 FORMAT Native | INSERT INTO t SETTINGS async_insert = 0 | Native
            INSERT INTO FUNCTION file('x', 'CSV') FORMAT CSV    | INSERT INTO FUNCTION file('x', 'CSV')    | CSV
            /* FORMAT TSV; */ INSERT INTO t FORMAT CSV          | /* FORMAT TSV; */ INSERT INTO t          | CSV
            """)
    void findsWhereTheRowsOfAnInsertBegin(String sql, String head, String format) {
        assertThat(Statement.parse(utf8(sql))).isInstanceOfSatisfying(Statement.InsertData.class, insert -> {
            assertThat(new String(insert.head(), StandardCharsets.UTF_8)).isEqualToIgnoringWhitespace(head);
            assertThat(insert.format()).isEqualTo(format);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t SELECT 1",
                "INSERT INTO t WITH x AS (SELECT 1) SELECT * FROM x",
                "SELECT 'INSERT INTO t VALUES (1)'",
                "-- INSERT INTO t VALUES (1)\nSELECT 1",
                "WITH 1 AS a SELECT a"
            })
    void leavesOtherStatementsToTheEngine(String sql) {
        assertThat(Statement.parse(utf8(sql))).isInstanceOf(Statement.Ordinary.class);
    }

    @Test
    void takesOneLineEndBehindTheFormatAndNotOneByteOfTheDataMore() {
        for (String separator : new String[] {"\n", " \n", "\r\n", " "}) {
            byte[] sql = utf8("INSERT INTO t FORMAT RowBinary" + separator + "\n;\n\n");
            assertThat(Statement.parse(sql)).isInstanceOfSatisfying(Statement.InsertData.class, insert -> {
                int expected = separator.equals(" ") ? sql.length - 3 : sql.length - 4;
                assertThat(insert.dataStart()).as("after '%s'", separator).isEqualTo(expected);
            });
        }
    }

    @Test
    void keepsLookingWhenTheRowsHaveNotBegun() {
        assertThat(Statement.parse(utf8("INSERT INTO t (a, b)"))).isInstanceOf(Statement.OpenInsert.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            SELECT 1                                     | -
            SELECT 1 FORMAT JSON                         | JSON
            SELECT 1 format CSV;                         | CSV
            SELECT 1 FORMAT TSV SETTINGS max_threads = 1 | TSV
            SELECT 'a FORMAT JSON'                       | -
            SELECT 1 AS format                           | -
            SELECT (SELECT 1 FORMAT JSON)                | -
            SELECT $$ FORMAT CSV $$                      | -
            SELECT 1 -- FORMAT CSV                       | -
            """)
    void knowsTheFormatThatAQueryNames(String sql, String format) {
        assertThat(Statement.parse(utf8(sql))).isEqualTo(new Statement.Ordinary(Optional.ofNullable(format)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
