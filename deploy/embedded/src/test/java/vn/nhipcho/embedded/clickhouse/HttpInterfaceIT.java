package vn.nhipcho.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ClickHouse's HTTP interface as its documentation describes it, and who may not use it. */
class HttpInterfaceIT {
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

    @Test
    void answersPings() {
        assertThat(http.get("/ping").text()).isEqualTo("Ok.\n");
        assertThat(http.get("/").text()).isEqualTo("Ok.\n");
        assertThat(http.get("/nowhere").status()).isEqualTo(404);
    }

    @Test
    void readsTheQueryFromTheAddressTheBodyOrBoth() {
        assertThat(http.get("/?query=SELECT%201").text()).isEqualTo("1\n");
        assertThat(http.post("", "SELECT 1").text()).isEqualTo("1\n");
        assertThat(http.post("query=SELECT", "1 FORMAT CSV").text()).isEqualTo("1\n");
        assertThat(http.post("", "SEL").code()).isEqualTo("62");
        assertThat(http.post("", "").code()).isEqualTo("62");
        assertThat(http.post("session_id=s&session_timeout=soon", "SELECT 1").status())
                .isEqualTo(400);
    }

    @Test
    void saysWhatItAnswers() {
        var headers = http.post("query_id=q-1&default_format=JSONEachRow", "SELECT 1 AS one")
                .response()
                .headers();
        assertThat(headers.firstValue("X-ClickHouse-Query-Id")).contains("q-1");
        assertThat(headers.firstValue("X-ClickHouse-Format")).contains("JSONEachRow");
        assertThat(headers.firstValue("X-ClickHouse-Timezone")).contains("UTC");
        assertThat(headers.firstValue("X-ClickHouse-Server-Display-Name")).contains("nhip-cho-embedded");
        assertThat(headers.firstValue("Content-Type")).contains("application/json; charset=UTF-8");
        assertThat(http.post("", "SELECT 1 FORMAT Native").response().headers().firstValue("X-ClickHouse-Format"))
                .contains("Native");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            60  | 404 |            | SELECT * FROM nowhere
            62  | 400 |            | SELEC
            81  | 404 | database=x | SELECT 1
            115 | 404 | maxthreads=1 | SELECT 1
            159 | 408 | max_execution_time=1 | SELECT sleep(3), sleep(3)
            395 | 500 |            | SELECT throwIf(1)
            """)
    void reportsErrorsWithCodeAndStatus(String code, int status, String parameters, String sql) {
        Http.Answer answer = http.post(parameters == null ? "" : parameters, sql);
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text())
                .startsWith("Code: " + code + ". DB::Exception: ")
                .contains("(version 26.");
    }

    @Test
    void bindsParametersWithoutReadingThemAsSql() {
        String value = Http.encode("Xã Hiệp Hưng'); DROP TABLE x; --");
        assertThat(http.post("param_x=" + value + "&param_n=7", "SELECT {x:String}, {n:UInt8} + 1")
                        .text())
                .isEqualTo("Xã Hiệp Hưng\\'); DROP TABLE x; --\t8\n");
        http.query("CREATE OR REPLACE TABLE bound (n UInt8) ENGINE = Memory");
        assertThat(http.post("param_t=bound", "INSERT INTO {t:Identifier} VALUES (3)")
                        .status())
                .isEqualTo(200);
        assertThat(http.query("SELECT n FROM bound")).isEqualTo("3\n");
    }

    @Test
    void takesSettingsForOneRequest() {
        String threads = "SELECT getSetting('max_threads')";
        String usual = http.query(threads);
        assertThat(http.post("max_threads=13", threads).text()).isEqualTo("13\n");
        assertThat(http.query(threads)).isEqualTo(usual);
        assertThat(http.post("session_id=s&max_threads=13&database=system", threads)
                        .text())
                .isEqualTo("13\n");
        assertThat(http.post("session_id=s", threads).text()).isEqualTo(usual);
        assertThat(http.post("session_id=s", "SELECT currentDatabase()").text()).isEqualTo("default\n");
    }

    @Test
    void keepsTemporaryTablesAndSettingsInASession() {
        assertThat(http.post("session_id=tạm&session_check=1", "SELECT 1").code())
                .isEqualTo("372");
        http.post("session_id=tạm", "CREATE TEMPORARY TABLE mine (n UInt8)");
        http.post("session_id=tạm", "INSERT INTO mine VALUES (1), (2)");
        http.post("session_id=tạm", "SET max_threads = 3");
        assertThat(http.post("session_id=tạm&session_check=1", "SELECT sum(n), getSetting('max_threads') FROM mine")
                        .text())
                .isEqualTo("3\t3\n");
        assertThat(http.post("session_id=khác", "SELECT sum(n) FROM mine").code())
                .isEqualTo("60");
    }

    /** A client sends its next request at once after the last byte; a session must be free by then. */
    @Test
    void givesASessionBackBeforeItsAnswerIsRead() throws IOException {
        try (Socket slow = new Socket("127.0.0.1", engine.httpPort())) {
            String statement = Http.encode("SELECT repeat('x', 1000000) FROM numbers(50)");
            slow.getOutputStream()
                    .write(("GET /?session_id=slow&query=" + statement + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(slow.getInputStream().read()).isEqualTo('H');
            assertThat(http.post("session_id=slow", "SELECT 1").text()).isEqualTo("1\n");
        }
    }

    @Test
    void compressesAndDecompressesInClickHousesBlocks() throws IOException {
        byte[] answer = http.post("compress=1", "SELECT number FROM numbers(1000)")
                .response()
                .body();
        String text = new String(
                new BlockInputStream(new ByteArrayInputStream(answer)).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(1000);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (BlockOutputStream blocks = new BlockOutputStream(body)) {
            blocks.write("SELECT 'nén'".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(http.post("decompress=1", body.toByteArray()).text()).isEqualTo("nén\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "lz4"})
    void speaksContentEncodings(String encoding) throws IOException {
        var answer = http.post(
                        "enable_http_compression=1",
                        "SELECT number FROM numbers(1000)".getBytes(StandardCharsets.UTF_8),
                        "Accept-Encoding",
                        "deflate, " + encoding)
                .response();
        assertThat(answer.headers().firstValue("Content-Encoding")).contains(encoding);
        byte[] text = ContentEncoding.decode(encoding, new ByteArrayInputStream(answer.body()))
                .readAllBytes();
        assertThat(new String(text, StandardCharsets.UTF_8).lines()).hasSize(1000);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (var encoder = ContentEncoding.encode(encoding, body)) {
            encoder.write("SELECT 'nén'".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(http.post("", body.toByteArray(), "Content-Encoding", encoding)
                        .text())
                .isEqualTo("nén\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd"})
    void refusesContentEncodingsThatItDoesNotKnow(String encoding) {
        Http.Answer answer = http.post("", new byte[] {1, 2, 3}, "Content-Encoding", encoding);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text()).contains(encoding + " is not supported");
    }

    @Test
    void getIsReadOnly() {
        http.query("CREATE OR REPLACE TABLE kept (n UInt8) ENGINE = Memory");
        for (String sql : new String[] {
            "DROP TABLE kept", "INSERT INTO kept VALUES (1)", "SELECT 1 INTO OUTFILE '" + dir.resolve("out") + "'"
        }) {
            assertThat(http.get("/?query=" + Http.encode(sql)).code()).as(sql).isEqualTo("164");
        }
        assertThat(http.query("SELECT count() FROM kept")).isEqualTo("0\n");
        assertThat(dir.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Host: evil.example                 | 403
            Host: evil.example:8123            | 403
            Host: 127.0.0.1.evil.example       | 403
            Host: localhost\\r\\nOrigin: null    | 403
            Host: localhost\\r\\nOrigin: https://evil.example | 403
            Host: localhost:1\\r\\nOrigin: http://localhost:2 | 403
            Host: localhost\\r\\nSec-Fetch-Site: cross-site   | 403
            Host: localhost                    | 200
            Host: 127.0.0.1:8123               | 200
            Host: [::1]:8123                   | 200
            Host: localhost:1\\r\\nOrigin: http://localhost:1 | 200
            """)
    void refusesWebPagesOfOtherSites(String headers, int status) throws IOException {
        http.query("CREATE TABLE IF NOT EXISTS written (n UInt8) ENGINE = Memory");
        http.query("TRUNCATE TABLE written");
        String body = "INSERT INTO written VALUES (1)";
        String answer = http.raw("POST / HTTP/1.1\r\n" + headers.replace("\\r\\n", "\r\n")
                + "\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body);
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(http.query("SELECT count() FROM written")).isEqualTo(status == 200 ? "1\n" : "0\n");
    }
}
