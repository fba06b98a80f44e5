package vn.nhipcho.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup of one machine, with a docker that only writes down what it is asked. */
class BackupTest {
    private static final Path COMPOSE = Manifest.DEPLOY.resolve("compose");
    /** Fails where its arguments have the words of {@code FAIL}; of a copy it makes an empty file. */
    private static final String DOCKER = """
            #!/bin/sh
            printf '%s\\n' "$*" >>"$CALLS"
            [ -z "$FAIL" ] || case "$*" in *"$FAIL"*) exit 1 ;; esac
            case "$*" in "compose cp "*) : >"$4" ;; esac
            """;

    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void copyScripts() throws IOException {
        target = folder.resolve("kept/monday");
        Path compose = Files.createDirectory(folder.resolve("compose"));
        for (String name : List.of("backup", "stop-jobs", "up", ".env.example")) {
            Files.copy(COMPOSE.resolve(name), compose.resolve(name));
        }
        Path docker = Files.createDirectory(folder.resolve("bin")).resolve("docker");
        Files.writeString(docker, DOCKER);
        assertThat(docker.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void stopsTheJobsCopiesThePairAndStartsThemAgain() throws Exception {
        assertThat(backup("")).isZero();

        assertThat(calls())
                .containsSubsequence(
                        "run --rm --no-deps submit-jobs stop-jobs",
                        "BACKUP DATABASE",
                        "cp clickhouse:",
                        "cp jobmanager:",
                        "exec -T clickhouse rm -f",
                        "up --detach");
        assertThat(entries(target)).containsExactly("clickhouse.zip", "savepoints");
        assertThat(entries(target.getParent())).containsExactly("monday");
        assertThat(backup("")).as("over the former").isEqualTo(2);
    }

    @Test
    void startsTheJobsAgainWhateverFails() throws Exception {
        for (String failing : List.of("stop-jobs", "BACKUP", "cp clickhouse", "cp jobmanager")) {
            Files.deleteIfExists(folder.resolve("calls"));

            assertThat(backup(failing)).as(failing).isEqualTo(1);

            assertThat(calls()).as(failing).containsSubsequence(failing, "up --detach");
            assertThat(entries(target.getParent())).as(failing).isEmpty();
        }
    }

    @Test
    void saysWhenTheJobsDoNotStartAgain() throws Exception {
        assertThat(backup("wait submit-jobs")).isEqualTo(3);
    }

    @Test
    void stopsNothingForAFolderThatCannotBeWritten() throws Exception {
        Files.writeString(target.getParent(), "a file");

        assertThat(backup("")).isEqualTo(1);

        assertThat(folder.resolve("calls")).doesNotExist();
    }

    /** ClickHouse does not run as root, and its image hands over its own folder only. */
    @Test
    void clickHouseMayWriteWhereTheBackupGoes() {
        String path = "/var/lib/clickhouse/backups/";
        assertThat(Manifest.text(COMPOSE.resolve("clickhouse/nhip-cho.xml")))
                .contains("<allowed_path>" + path + "</allowed_path>");
        assertThat(Manifest.text(COMPOSE.resolve("backup"))).contains("zip=" + path);
        assertThat(Manifest.text(COMPOSE.resolve("compose.yaml"))).contains("- clickhouse:/var/lib/clickhouse\n");
    }

    private int backup(String failing) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(folder.resolve("compose/backup").toString(), target.toString())
                .redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("CALLS", folder.resolve("calls").toString());
        builder.environment().put("FAIL", failing);
        Process process = builder.start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private String calls() throws IOException {
        return Files.readString(folder.resolve("calls"), StandardCharsets.UTF_8);
    }

    private static List<String> entries(Path of) throws IOException {
        try (Stream<Path> entries = Files.list(of)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
