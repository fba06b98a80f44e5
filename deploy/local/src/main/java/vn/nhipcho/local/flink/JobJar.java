package vn.nhipcho.local.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import vn.nhipcho.local.Failure;

/** The jar that a cluster is given, as the build leaves it. */
public final class JobJar {
    private JobJar() {}

    public static Path find() {
        Path target = Path.of(System.getProperty("nhipcho.home", "")).resolve("pipeline/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-job.jar"))
                    .findFirst()
                    .orElseThrow(() -> missing(target));
        } catch (IOException e) {
            throw missing(target);
        }
    }

    private static Failure missing(Path target) {
        return new Failure("There is no job jar in " + target + "; run 'mvn package'");
    }
}
