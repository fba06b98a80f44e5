package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessScriptsTest {
    @TempDir
    private Path folder;

    @Test
    void putsTheHashOfAPasswordWhereAScriptAsksForIt() {
        assertThat(AccessScripts.fillIn(
                        "IDENTIFIED WITH sha256_hash BY '${sha256:grafana}'", Map.of("grafana", "abc")::get))
                .isEqualTo("IDENTIFIED WITH sha256_hash BY"
                        + " 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'");
    }

    @Test
    void refusesBeforeItRunsAnything() throws IOException {
        ClickHouseConfig nowhere = ClickHouseConfig.at("http://127.0.0.1:1");
        assertThatThrownBy(() -> AccessScripts.apply(nowhere, folder, folder)).hasMessageContaining("no script in");

        Files.writeString(folder.resolve("10_users.sql"), "CREATE USER g IDENTIFIED BY '${sha256:grafana}'");
        assertThatThrownBy(() -> AccessScripts.apply(nowhere, folder, folder))
                .hasMessageContaining("cannot read the password file");

        Files.writeString(folder.resolve("grafana"), "short\n");
        assertThatThrownBy(() -> AccessScripts.apply(nowhere, folder, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shorter than 16 characters");
    }
}
