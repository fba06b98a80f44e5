package vn.nhipcho.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.source.KafkaConfig;

class SetupStepTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("NHIP_CHO_CLICKHOUSE_USER", "migrator", "NHIP_CHO_CA_FILE", "/ca.pem");

    @Test
    void readsEachStepFromItsWords() {
        ClickHouseConfig clickhouse = ClickHouseConfig.fromEnvironment("https://ch:8443", ENVIRONMENT);

        assertThat(step("access --clickhouse https://ch:8443 --scripts /access --secrets /secrets"))
                .isEqualTo(new SetupStep.Access(clickhouse, Path.of("/access"), Path.of("/secrets")));
        assertThat(step("tables --clickhouse https://ch:8443 --cluster market"))
                .isEqualTo(new SetupStep.Tables(
                        clickhouse, new MigrationParameters(ZoneId.of("Asia/Ho_Chi_Minh"), "VND", "market"), null));
        assertThat(step("topics --kafka k:9092 --partitions 12"))
                .isEqualTo(new SetupStep.Topics(new KafkaConfig("k:9092", null), 12));
        assertThat(step("schemas --registry https://r:8443/apis/ccompat/v7"))
                .isEqualTo(new SetupStep.Contracts(
                        new RegistryConfig(URI.create("https://r:8443/apis/ccompat/v7"), null, "/ca.pem")));
    }

    @Test
    void saysWhatToWriteInstead() {
        assertThatThrownBy(() -> step("")).hasMessageContaining("access, tables, topics or schemas");
        assertThatThrownBy(() -> step("migrate --clickhouse http://ch:8123")).hasMessageContaining("'migrate'");
        assertThatThrownBy(() -> step("tables --clickhouse http://ch:8123 --clusters market"))
                .hasMessageContaining("[clusters]")
                .hasMessageContaining("reference");
        assertThatThrownBy(() -> step("tables --zone Asia/Ho_Chi_Minh")).hasMessageContaining("clickhouse");
        assertThatThrownBy(() -> step("topics --kafka k:9092 --partitions 0")).hasMessageContaining("at least 1");
    }

    @Test
    void knowsASchemaForEachTopic() {
        assertThat(Schemas.topics())
                .containsExactlyInAnyOrder(
                        "market.orders.v1",
                        "market.accounts.v1",
                        "market.listings.v1",
                        "market.alerts.v1",
                        "market.dead-letters.v1");
    }

    private static SetupStep step(String words) {
        return SetupStep.of(words.isEmpty() ? new String[0] : words.split(" "), ENVIRONMENT);
    }
}
