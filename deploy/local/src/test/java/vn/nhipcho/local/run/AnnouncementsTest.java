package vn.nhipcho.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;

class AnnouncementsTest {
    private static final byte[] ROW = "7\t5\t1\t1\t0\t0\t3\n".getBytes(UTF_8);
    private static final byte[] REFUSAL =
            "Code: 241. DB::Exception: said by a test. (MEMORY_LIMIT_EXCEEDED)".getBytes(UTF_8);

    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer clickhouse;

    @BeforeEach
    void startAClickHouseThatRefusesAtFirst() throws IOException {
        clickhouse = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        clickhouse.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean refuses = refusals.getAndDecrement() > 0;
            byte[] answer = refuses ? REFUSAL : ROW;
            exchange.sendResponseHeaders(refuses ? 500 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        clickhouse.start();
    }

    @AfterEach
    void stop() {
        clickhouse.stop(0);
    }

    /** Found by the failure suite, seed 271126: the run was done, and its command ended with 3. */
    @Test
    void aRunThatIsDoneStaysDoneWhenClickHouseRefusesItsSummaryForAWhile() throws Exception {
        refusals.set(3);

        assertThat(summary()).contains("events in      7").contains("duplicate      1");
    }

    @Test
    void aRunThatIsDoneStaysDoneWhenClickHouseDoesNotTellItsSummaryAtAll() throws Exception {
        refusals.set(Integer.MAX_VALUE);

        assertThat(summary()).contains("All is handed over; no summary").contains("MEMORY_LIMIT_EXCEEDED");
    }

    private String summary() throws InterruptedException {
        var said = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(said, true, UTF_8));
        try {
            var http = new ClickHouseHttp(ClickHouseConfig.at(
                    "http://127.0.0.1:" + clickhouse.getAddress().getPort()));
            Announcements.summary(http, OptionalDouble.empty(), Duration.ZERO);
        } finally {
            System.setOut(before);
        }
        return said.toString(UTF_8);
    }
}
