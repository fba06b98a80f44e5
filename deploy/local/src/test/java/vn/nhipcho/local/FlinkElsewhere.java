package vn.nhipcho.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.nhipcho.embedded.process.ChildJvm;
import vn.nhipcho.embedded.process.ParentWatch;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.flink.LocalFlink;
import vn.nhipcho.local.flink.LocalFlinkSettings;

/** A Flink as a cluster is: in a process of its own, takes jars, and has nothing of ours or of Kafka on its class path. */
final class FlinkElsewhere implements AutoCloseable {
    private static final Pattern WHAT_A_JOB_JAR_BRINGS =
            Pattern.compile(".*/(nhip-cho-(pipeline|schemas)|kafka|flink-connector-kafka|clickhouse|avro)[^/]*\\.jar");

    private final ChildJvm child;
    private final String url;

    private FlinkElsewhere(ChildJvm child, String url) {
        this.child = child;
        this.url = url;
    }

    static FlinkElsewhere start(Path folder) throws IOException {
        Path address = folder.resolve("address");
        var spec = new ChildJvm.Spec(
                "Flink elsewhere",
                FlinkElsewhere.class.getName(),
                classPath(),
                // As Flink's own start scripts do.
                List.of(
                        "-Xmx1g",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.util=ALL-UNNAMED"),
                List.of(folder.toString()),
                Map.of(),
                folder.resolve("flink.log"),
                folder);
        ChildJvm child = ChildJvm.start(spec, () -> Files.exists(address), Duration.ofMinutes(2));
        return new FlinkElsewhere(child, Files.readString(address));
    }

    private static String classPath() throws IOException {
        Path target = Command.CHECKOUT.resolve("deploy/local/target");
        String jars = Arrays.stream(
                        Files.readString(target.resolve("class-path")).split(File.pathSeparator))
                .filter(jar -> !WHAT_A_JOB_JAR_BRINGS.matcher(jar).matches())
                .collect(Collectors.joining(File.pathSeparator));
        return target.resolve("test-classes")
                + File.pathSeparator
                + target.resolve("classes")
                + File.pathSeparator
                + jars;
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        child.close();
    }

    public static void main(String[] arguments) throws IOException {
        ParentWatch.start();
        Path folder = Path.of(arguments[0]);
        var directory = new DataDirectory(folder);
        Logs.into(directory);
        LocalFlink flink = LocalFlink.start(directory, new LocalFlinkSettings(0, null, true));
        Path part = Files.writeString(folder.resolve("address.part"), flink.url());
        Files.move(part, folder.resolve("address"), StandardCopyOption.ATOMIC_MOVE);
    }
}
