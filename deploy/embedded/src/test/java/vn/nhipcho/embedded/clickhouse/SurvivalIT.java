package vn.nhipcho.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine's process and its data directory: who owns it, and what is there after the process was killed. */
class SurvivalIT {
    private static final int BATCH = 500;
    private static final int KILLS = 4;
    private static final int READERS = 8;

    @TempDir
    Path dir;

    @Test
    void killedDuringInsertsKeepsEveryAcknowledgedBatchAndNoneInPart() throws Exception {
        Set<Integer> acknowledged = new ConcurrentSkipListSet<>();
        int next = 0;
        for (int kill = 0; kill <= KILLS; kill++) {
            try (EmbeddedClickHouse engine = EmbeddedClickHouse.start(dir)) {
                Http http = new Http(engine);
                http.query("CREATE TABLE IF NOT EXISTS batches (id UInt32, row UInt32, text String)"
                        + " ENGINE = MergeTree ORDER BY (id, row)");
                assertThat(http.query("SELECT id FROM batches GROUP BY id HAVING count() != " + BATCH))
                        .as("batches in part after %d kills", kill)
                        .isEmpty();
                assertThat(stored(http)).as("after %d kills", kill).containsAll(acknowledged);
                if (kill < KILLS) {
                    next = insertUntilKilled(engine, next, acknowledged);
                }
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    private static int insertUntilKilled(EmbeddedClickHouse engine, int from, Set<Integer> acknowledged)
            throws Exception {
        Http http = new Http(engine);
        AtomicBoolean killed = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Integer> last = thread.submit(() -> {
            int id = from;
            while (!killed.get()) {
                id++;
                try {
                    if (http.post("query=" + Http.encode("INSERT INTO batches FORMAT CSV"), rows(id))
                                    .status()
                            == 200) {
                        acknowledged.add(id);
                    }
                } catch (IllegalStateException connectionLost) {
                    return id;
                }
            }
            return id;
        });
        Thread.sleep(700);
        ProcessHandle.of(engine.pid()).orElseThrow().destroyForcibly();
        engine.onExit().get(10, TimeUnit.SECONDS);
        killed.set(true);
        thread.shutdown();
        return last.get(30, TimeUnit.SECONDS);
    }

    private static String rows(int id) {
        return IntStream.range(0, BATCH)
                .mapToObj(row -> id + "," + row + ",\"chợ; nổi\n\nNgã Bảy\"\n")
                .collect(Collectors.joining());
    }

    private static List<Integer> stored(Http http) {
        return http.query("SELECT DISTINCT id FROM batches")
                .lines()
                .map(Integer::valueOf)
                .toList();
    }

    @Test
    void eightReadersAndAWriterDoNotDisturbOneAnother() throws Exception {
        try (EmbeddedClickHouse engine = EmbeddedClickHouse.start(dir)) {
            Http http = new Http(engine);
            http.query("CREATE TABLE batches (id UInt32, row UInt32, text String) ENGINE = MergeTree ORDER BY id");
            ExecutorService threads = Executors.newFixedThreadPool(READERS + 1);
            List<Callable<Void>> work = new ArrayList<>();
            work.add(() -> {
                for (int id = 0; id < 40; id++) {
                    http.query("INSERT INTO batches FORMAT CSV\n" + rows(id));
                }
                return null;
            });
            for (int reader = 0; reader < READERS; reader++) {
                String mine = "'" + reader + "'";
                work.add(() -> {
                    for (int i = 0; i < 30; i++) {
                        String[] fields = http.query(
                                        "SELECT " + mine + ", count() % " + BATCH + ", " + i + " FROM batches")
                                .strip()
                                .split("\t");
                        assertThat(fields).containsExactly(mine.replace("'", ""), "0", Integer.toString(i));
                        assertThat(http.post("", "SELECT throwIf(number = 7) FROM numbers(10)")
                                        .code())
                                .isEqualTo("395");
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
            threads.shutdown();
            assertThat(http.query("SELECT count() FROM batches")).isEqualTo(40 * BATCH + "\n");
        }
    }

    @Test
    void aDirectoryInUseIsRefusedWithTheProcessThatHasIt() throws Exception {
        try (EmbeddedClickHouse owner = EmbeddedClickHouse.start(dir)) {
            assertThatThrownBy(() -> EmbeddedClickHouse.start(dir))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("The data directory %s is in use by process %d".formatted(dir, owner.pid()));
            assertThat(EmbeddedClickHouse.urlOfRunning(dir)).contains(owner.url());
            assertThat(new Http(owner).query("SELECT 1")).isEqualTo("1\n");
        }
        assertThat(EmbeddedClickHouse.urlOfRunning(dir)).isEmpty();
    }

    @Test
    void answersWhatItHasBegunBeforeItStops() throws Exception {
        EmbeddedClickHouse engine = EmbeddedClickHouse.start(dir);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<String> answer = thread.submit(() -> new Http(engine).query("SELECT 'xong', sleep(2)"));
        while (new Http(engine).query("SELECT count() FROM system.processes").equals("1\n")) {
            Thread.sleep(10);
        }
        engine.close();
        assertThat(answer.get()).isEqualTo("xong\t0\n");
        thread.shutdown();
    }

    @Test
    void aPortInUseIsRefusedByItsNumber() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ServerOptions options = ServerOptions.at(dir).withPort(taken.getLocalPort());
            assertThatThrownBy(() -> EmbeddedClickHouse.start(options))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " of 127.0.0.1 is in use");
        }
    }

    @Test
    void theEngineEndsWithAParentThatIsKilledAndItsDirectoryIsFree() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process parent = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        dir.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("parent.log").toFile())
                .start();
        while (!Files.exists(dir.resolve("ready"))) {
            assertThat(parent.waitFor(50, TimeUnit.MILLISECONDS))
                    .as(Files.readString(dir.resolve("parent.log")))
                    .isFalse();
        }
        ProcessHandle child = parent.children().findFirst().orElseThrow();
        parent.destroyForcibly().waitFor();
        child.onExit().get(10, TimeUnit.SECONDS);
        try (EmbeddedClickHouse next = EmbeddedClickHouse.start(dir)) {
            assertThat(new Http(next).query("SELECT 1")).isEqualTo("1\n");
        }
    }

    static final class Parent {
        public static void main(String[] arguments) throws IOException {
            Path dir = Path.of(arguments[0]);
            EmbeddedClickHouse engine = EmbeddedClickHouse.start(dir);
            Files.createDirectory(dir.resolve("ready"));
            engine.onExit().join();
        }
    }
}
