package vn.nhipcho.registry;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.nhipcho.embedded.process.ChildJvm;
import vn.nhipcho.embedded.process.ParentWatch;
import vn.nhipcho.embedded.process.Readiness;

/** A real Apicurio registry in a JVM of its own, as the build has unpacked it. */
final class Apicurio implements AutoCloseable {
    private final ChildJvm child;
    private final String url;

    private Apicurio(ChildJvm child, String url) {
        this.child = child;
        this.url = url;
    }

    static Apicurio start(Path workDir) throws IOException {
        int port = freePort();
        String base = "http://127.0.0.1:" + port;
        var spec = new ChildJvm.Spec(
                "Apicurio",
                Main.class.getName(),
                classPath(),
                List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                List.of(),
                Map.of("QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", Integer.toString(port)),
                workDir.resolve("apicurio.log"),
                workDir);
        var ready = Readiness.http(URI.create(base + "/health/ready"));
        return new Apicurio(ChildJvm.start(spec, ready, Duration.ofSeconds(120)), base + "/apis/ccompat/v7");
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        child.close();
    }

    private static String classPath() throws IOException {
        Path home = Path.of(System.getProperty("nhipcho.apicurio"));
        try (var jars = Files.newDirectoryStream(home, "*-runner.jar")) {
            return String.join(
                    File.pathSeparator,
                    jars.iterator().next().toString(),
                    origin(Main.class),
                    origin(ParentWatch.class));
        }
    }

    private static String origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Runs in the child: Apicurio's own main class, on the leash of its parent. */
    static final class Main {
        public static void main(String[] args) throws ReflectiveOperationException {
            ParentWatch.start();
            Class.forName("io.quarkus.runner.GeneratedMain")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        }
    }
}
