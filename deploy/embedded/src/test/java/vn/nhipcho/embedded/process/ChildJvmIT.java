package vn.nhipcho.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    Path dir;

    @Test
    void startsWaitsUntilReadyAndStopsInAnOrderlyWay() throws Exception {
        ChildJvm child = ChildJvm.start(spec(Obedient.class, dir, Map.of("GREETING", "chào")), ready("ready"), TIMEOUT);
        assertThat(child.isAlive()).isTrue();
        assertThat(dir.resolve("ready")).hasContent("chào " + child.pid());
        child.close();
        assertThat(child.onExit().get(1, TimeUnit.SECONDS)).isZero();
        assertThat(dir.resolve("stopped")).exists();
    }

    @Test
    void tellsTheEndOfTheLogWhenTheChildDiesBeforeItIsReady() {
        assertThatThrownBy(() -> ChildJvm.start(spec(Failing.class, dir, Map.of()), ready("ready"), TIMEOUT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Failing ended with exit code 3")
                .hasMessageContaining("port 9092 is taken");
    }

    @Test
    void givesUpAndKillsAChildThatDoesNotGetReady() {
        assertThatThrownBy(() -> ChildJvm.start(
                        spec(Obedient.class, dir, Map.of("GREETING", "x")), ready("never"), Duration.ofSeconds(2)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Obedient was not ready within 2 s");
    }

    @Test
    void killsAChildThatIgnoresTheRequestToStop() throws Exception {
        ChildJvm child = ChildJvm.start(spec(Deaf.class, dir, Map.of()), ready("ready"), TIMEOUT);
        child.close();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void outlivesCtrlCAndAClosedTerminalWhichAreMeantForTheParent() throws Exception {
        ChildJvm child = ChildJvm.start(spec(Obedient.class, dir, Map.of("GREETING", "x")), ready("ready"), TIMEOUT);
        for (String signal : List.of("-INT", "-HUP")) {
            assertThat(new ProcessBuilder("kill", signal, Long.toString(child.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        }
        assertThatThrownBy(() -> child.onExit().get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        child.close();
        assertThat(child.onExit().get(1, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void theChildDiesWhenItsParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        dir.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("parent.log").toFile())
                .start();
        Path ready = dir.resolve("parent-ready");
        while (!Files.exists(ready)) {
            assertThat(parent.waitFor(20, TimeUnit.MILLISECONDS))
                    .as(() -> new LogTail(dir.resolve("parent.log"), 0).read())
                    .isFalse();
        }
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(Files.readString(ready))).orElseThrow();
        parent.destroyForcibly().waitFor();
        child.onExit().get(10, TimeUnit.SECONDS);
        assertThat(child.isAlive()).isFalse();
        assertThat(dir.resolve("stopped")).exists();
    }

    private Readiness ready(String file) {
        return () -> Files.exists(dir.resolve(file));
    }

    private static ChildJvm.Spec spec(Class<?> main, Path dir, Map<String, String> environment) {
        return new ChildJvm.Spec(
                main.getSimpleName(),
                main.getName(),
                System.getProperty("java.class.path"),
                List.of("-Xmx32m", "-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8"),
                List.of(dir.toString()),
                environment,
                dir.resolve("child.log"),
                dir);
    }

    private static void writeWhole(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text);
        Files.move(part, file);
    }

    static final class Obedient {
        public static void main(String[] args) throws Exception {
            ParentWatch.start();
            Path dir = Path.of(args[0]);
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> dir.resolve("stopped").toFile().mkdir()));
            writeWhole(
                    dir.resolve("ready"),
                    System.getenv("GREETING") + " " + ProcessHandle.current().pid());
            Thread.currentThread().join();
        }
    }

    static final class Failing {
        public static void main(String[] args) {
            ParentWatch.start();
            System.err.println("port 9092 is taken");
            System.exit(3);
        }
    }

    static final class Deaf {
        public static void main(String[] args) throws Exception {
            ParentWatch.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> new CompletableFuture<Void>().join()));
            writeWhole(Path.of(args[0]).resolve("ready"), "");
            Thread.currentThread().join();
        }
    }

    static final class Parent {
        public static void main(String[] args) throws Exception {
            Path dir = Path.of(args[0]);
            ChildJvm child = ChildJvm.start(
                    spec(Obedient.class, dir, Map.of("GREETING", "")),
                    () -> Files.exists(dir.resolve("ready")),
                    TIMEOUT);
            writeWhole(dir.resolve("parent-ready"), Long.toString(child.pid()));
            child.onExit().join();
        }
    }
}
