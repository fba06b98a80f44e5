package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickHouseConfigTest {
    @Test
    void hasDefaultsForALocalEngine() {
        assertThat(ClickHouseConfig.at("http://127.0.0.1:8123"))
                .isEqualTo(new ClickHouseConfig(
                        URI.create("http://127.0.0.1:8123"),
                        "default",
                        Secret.NONE,
                        null,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        50_000,
                        128L << 20,
                        "market_raw"));
    }

    @Test
    void reportsEveryProblemAtOnce() {
        assertThatThrownBy(() -> new ClickHouseConfig(
                        URI.create("tcp://x:9000"),
                        " ",
                        null,
                        null,
                        Duration.ZERO,
                        Duration.ofSeconds(-1),
                        0,
                        1,
                        "market_raw"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "url",
                        "user",
                        "password",
                        "connectTimeout",
                        "requestTimeout",
                        "maxBatchRows",
                        "maxBufferBytes");
    }

    @Test
    void trustsTheAuthoritiesThatTheEnvironmentNames() {
        assertThat(ClickHouseConfig.fromEnvironment("https://clickhouse:8443", Map.of("NHIP_CHO_CA_FILE", "/ca.pem"))
                        .caFile())
                .isEqualTo("/ca.pem");
    }

    @Test
    void refusesAPasswordInTheUrl() {
        assertThatThrownBy(() -> ClickHouseConfig.at("http://me:secret@host:8123"))
                .hasMessageContaining("file or the environment");
    }

    @Test
    void readsThePasswordFromAFileOnlyWhenItIsNeededAndNeverShowsIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
        ClickHouseConfig config = ClickHouseConfig.fromEnvironment(
                "https://clickhouse:8443",
                Map.of("NHIP_CHO_CLICKHOUSE_USER", "jobs", "NHIP_CHO_CLICKHOUSE_PASSWORD_FILE", file.toString()));

        assertThat(config.user()).isEqualTo("jobs");
        assertThat(config.password().read()).isEqualTo("s3cret");
        assertThat(config.toString()).doesNotContain("s3cret");
    }

    /** The tables of a backfill have the names of the live ones, so its rows would end up there unnoticed. */
    @Test
    void insertsIntoTheDatabaseItNames() {
        var config = ClickHouseConfig.at("http://127.0.0.1:8123");

        assertThat(config.propertiesToInsert())
                .containsEntry("database", ClickHouseConfig.RAW)
                .containsEntry("clickhouse_setting_optimize_on_insert", "0");
        assertThat(config.ofShadow().propertiesToInsert()).containsEntry("database", ClickHouseConfig.SHADOW);
        assertThat(config.in("elsewhere").propertiesToInsert()).containsEntry("database", "elsewhere");
    }
}
