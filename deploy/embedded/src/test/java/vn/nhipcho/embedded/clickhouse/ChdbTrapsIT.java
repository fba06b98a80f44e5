package vn.nhipcho.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the library does otherwise than a server would, and with it would lose or corrupt data in silence. */
class ChdbTrapsIT {
    @TempDir
    static Path dir;

    private static EmbeddedClickHouse engine;
    private static Http http;

    @BeforeAll
    static void start() throws Exception {
        engine = EmbeddedClickHouse.start(dir);
        http = new Http(engine);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void twoTables() {
        http.query("CREATE OR REPLACE TABLE victim (id UInt8) ENGINE = MergeTree ORDER BY id");
        http.query("INSERT INTO victim VALUES (1)");
        http.query("CREATE OR REPLACE TABLE t (s String) ENGINE = MergeTree ORDER BY s");
    }

    /** The session keeps its connection, so a rest of the failed result would come out with the next answer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            241 | SELECT number, length(range(if(number > 500000, 100000, 1))) FROM numbers(1000000) SETTINGS max_memory_usage = 100000000, max_block_size = 1000
            159 | SELECT number, sleepEachRow(0.001) FROM numbers(100000) SETTINGS max_execution_time = 1, max_block_size = 100
            395 | SELECT number, throwIf(number = 900000) FROM numbers(1000000) SETTINGS max_block_size = 1000
            """)
    void anAnswerNeverBeginsWithTheRestOfAFailedOne(String code, String failing) {
        String session = "session_id=trap-" + code;
        for (int round = 0; round < 3; round++) {
            assertThat(http.post(session, failing).code()).isEqualTo(code);
            assertThat(http.post(session, "SELECT 'sạch'").text()).isEqualTo("sạch\n");
            assertThat(http.post(session + "&default_format=RowBinary", "SELECT toUInt8(7)")
                            .text())
                    .isEqualTo("\u0007");
        }
        assertThat(http.post("", failing).code()).isEqualTo(code);
        assertThat(http.query("SELECT 'sạch'")).isEqualTo("sạch\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;b",
                "a\n\nb",
                ";\n\n;",
                "\n",
                "; TRUNCATE TABLE victim; ",
                "\n\nTRUNCATE TABLE victim\n\n",
                "'); TRUNCATE TABLE victim; --"
            })
    void rowsOfABinaryInsertAreStoredAsTheyAreAndNeverRun(String value) throws IOException {
        byte[] rows = rowBinary(value, "giữa", value);
        String statement = "INSERT INTO t FORMAT RowBinary";
        assertThat(http.post("query=" + Http.encode(statement), rows).status()).isEqualTo(200);
        assertThat(http.post("", concat(statement + "\n", rows)).status()).isEqualTo(200);
        assertThat(http.post("param_v=" + Http.encode(escape(value)), "SELECT countIf(s = {v:String}), count() FROM t")
                        .text())
                .isEqualTo("4\t6\n");
        assertThat(http.query("SELECT count() FROM victim")).isEqualTo("1\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSERT INTO t FORMAT CSV          | "a; TRUNCATE TABLE victim;\\n\\nTRUNCATE TABLE victim"
            INSERT INTO t FORMAT TSV          | a; TRUNCATE TABLE victim;
            INSERT INTO t FORMAT JSONEachRow  | {"s": "a; TRUNCATE TABLE victim;"}
            INSERT INTO t VALUES              | ('a; TRUNCATE TABLE victim;')
            """)
    void rowsOfATextInsertAreStoredAndNeverRun(String statement, String row) {
        String data = row.replace("\\n", "\n") + "\n";
        assertThat(http.post("query=" + Http.encode(statement), data).text()).isEmpty();
        assertThat(http.post("", statement + "\n" + data).text()).isEmpty();
        assertThat(http.query("SELECT count(), countIf(s LIKE 'a; TRUNCATE TABLE victim;%') FROM t"))
                .isEqualTo("2\t2\n");
        assertThat(http.query("SELECT count() FROM victim")).isEqualTo("1\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1; TRUNCATE TABLE victim",
                "TRUNCATE TABLE victim; SELECT 1",
                "TRUNCATE TABLE victim; SELEC (",
                "TRUNCATE TABLE victim;;SELECT 1 FORMAT CSV",
                "INSERT INTO t VALUES ('a'); TRUNCATE TABLE victim",
                "INSERT INTO t VALUES ('a'); ('b')",
                "INSERT INTO t SELECT 'a'; TRUNCATE TABLE victim",
                "INSERT INTO t; TRUNCATE TABLE victim; INSERT INTO t FORMAT CSV",
                "TRUNCATE TABLE victim; INSERT INTO t VALUES ('a')",
                "TRUNCATE TABLE victim PARALLEL WITH TRUNCATE TABLE t"
            })
    void twoStatementsInARequestAreRefusedAndNeitherRuns(String sql) {
        Http.Answer answer = http.post("", sql);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(http.query("SELECT (SELECT count() FROM victim), (SELECT count() FROM t)"))
                .isEqualTo("1\t0\n");
    }

    @Test
    void oneStatementMayEndInASemicolonAndAComment() {
        assertThat(http.query("SELECT ';' -- first; not a second\n; /* ; */ -- end"))
                .isEqualTo(";\n");
        assertThat(http.post("", "INSERT INTO t VALUES ('a'), ('b');").status()).isEqualTo(200);
        assertThat(http.query("SELECT count() FROM t")).isEqualTo("2\n");
    }

    @Test
    void aBodyThatBreaksOffStoresNothing() throws IOException {
        String head = "POST /?query=" + Http.encode("INSERT INTO t FORMAT TSV") + " HTTP/1.1\r\nHost: localhost\r\n";
        http.raw(head + "Content-Length: 100\r\n\r\nmột\nhai\n");
        http.raw(head + "Transfer-Encoding: chunked\r\n\r\n9\r\nmột\nhai\n\r\n");
        assertThat(http.query("SELECT count() FROM t")).isEqualTo("0\n");
    }

    @Test
    void aBodyLargerThanTheHeapStreamsThrough() throws IOException {
        byte[] chunk = "x".repeat(99).concat("\n").repeat(10_000).getBytes(StandardCharsets.UTF_8);
        List<InputStream> chunks = Collections.nCopies(300, chunk).stream()
                .<InputStream>map(ByteArrayInputStream::new)
                .toList();
        String statement = "query=" + Http.encode("INSERT INTO t FORMAT TSV");
        Http.Answer answer = http.post(statement, new SequenceInputStream(Collections.enumeration(chunks)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(http.query("SELECT count() FROM t")).isEqualTo("3000000\n");
        assertThat(answer.response().headers().firstValue("X-ClickHouse-Summary"))
                .hasValueSatisfying(summary -> assertThat(summary).contains("\"written_rows\":\"3000000\""));
    }

    @Test
    void aResultThatIsTooLargeIsAnErrorThatSaysSo() {
        Http.Answer answer =
                http.post("max_result_bytes=1000000", "SELECT repeat(toString(number), 10) FROM numbers(100000)");
        assertThat(answer.code()).isEqualTo("396");
        assertThat(answer.text()).contains("Limit for result exceeded");
    }

    private static byte[] rowBinary(String... values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            out.write(bytes.length);
            out.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] concat(String head, byte[] tail) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(tail);
        return out.toByteArray();
    }

    /** Values of parameters come escaped as in TabSeparated. */
    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }
}
