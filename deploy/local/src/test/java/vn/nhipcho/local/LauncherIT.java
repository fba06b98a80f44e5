package vn.nhipcho.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that builds and runs, in a tree of its own with a Maven that only notes when it begins and ends. */
class LauncherIT {
    private static final String MAVEN = """
            #!/usr/bin/env bash
            echo begin >>"$BUILDS"
            sleep 1
            touch deploy/local/target/nhip-cho-local-0.jar
            echo "$PWD/pom.xml" >deploy/local/target/class-path
            echo end >>"$BUILDS"
            """;

    @TempDir
    Path folder;

    private Path builds;
    private Path launcher;

    @BeforeEach
    void makeATree() throws IOException {
        builds = folder.resolve("builds");
        launcher = folder.resolve("deploy/nhip-cho");
        Files.createDirectories(launcher.getParent());
        Files.copy(Path.of("../nhip-cho"), launcher);
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Path maven = Files.createDirectory(folder.resolve("bin")).resolve("mvn");
        Files.writeString(maven, MAVEN);
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void aSecondCommandWaitsForTheBuildOfTheFirst() throws Exception {
        Process first = start();
        Process second = start();
        end(first);
        end(second);

        assertThat(builds).content().isEqualTo("begin\nend\n");
        assertThat(folder.resolve("deploy/local/target/building")).doesNotExist();
    }

    @Test
    void aBuildThatWasKilledKeepsNobodyWaiting() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path target = Files.createDirectories(folder.resolve("deploy/local/target"));
        Files.createSymbolicLink(target.resolve("building"), Path.of(Long.toString(gone.pid())));

        end(start());

        assertThat(builds).content().isEqualTo("begin\nend\n");
    }

    private Process start() throws IOException {
        var process = new ProcessBuilder("bash", launcher.toString(), "--help")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.environment().put("BUILDS", builds.toString());
        process.environment().merge("PATH", folder.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        return process.start();
    }

    /** Whatever it says then: the jar is empty. */
    private static void end(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
}
