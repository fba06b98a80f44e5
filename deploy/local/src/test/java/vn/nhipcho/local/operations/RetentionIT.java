package vn.nhipcho.local.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Migrations;
import vn.nhipcho.clickhouse.ReferenceTables;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.embedded.kafka.EmbeddedKafka;
import vn.nhipcho.source.KafkaConfig;
import vn.nhipcho.source.KafkaTopics;

/** What {@code docs/operations.md} says about how long things are kept, against what the engines have. */
class RetentionIT {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+`) \\| ([^|]+) \\|");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final String FOR_EVER = "for ever";

    @TempDir
    Path folder;

    @Test
    void topicsAreKeptAsLongAsIsSaid() throws Exception {
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
            var config = KafkaConfig.of(kafka.bootstrapServers());
            KafkaTopics.ensure(config, 1);
            try (var admin = Admin.create(config.properties())) {
                var topics = admin.listTopics().names().get().stream()
                        .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                        .toList();
                Map<String, String> kept = new TreeMap<>();
                admin.describeConfigs(topics)
                        .all()
                        .get()
                        .forEach((topic, settings) -> kept.put(topic.name(), kept(settings)));

                assertThat(kept).isEqualTo(documented("topic"));
            }
        }
    }

    @Test
    void tablesAreKeptAsLongAsIsSaid() throws Exception {
        try (var engine = EmbeddedClickHouse.start(folder.resolve("clickhouse"))) {
            var config = ClickHouseConfig.at(engine.url());
            Migrations.apply(config, MigrationParameters.oneNode(ZoneId.of("Asia/Ho_Chi_Minh"), "VND"));
            ReferenceTables.load(config, null);
            Map<String, String> kept = new TreeMap<>();
            try (var connection = config.connect();
                    var statement = connection.createStatement();
                    var tables = statement.executeQuery(
                            "SELECT name, extract(create_table_query, ' TTL (.+?)(?: SETTINGS|$)') FROM system.tables"
                                    + " WHERE database = 'market_raw' AND engine LIKE '%MergeTree'")) {
                while (tables.next()) {
                    String ttl = tables.getString(2);
                    kept.put(tables.getString(1), ttl.isEmpty() ? FOR_EVER : ttl);
                }
            }

            assertThat(kept).isEqualTo(documented("tables of `market_raw`"));
        }
    }

    private static String kept(Config topic) {
        assertThat(topic.get("cleanup.policy").value()).isEqualTo("delete");
        assertThat(topic.get("retention.bytes").value()).isEqualTo("-1");
        long millis = Long.parseLong(topic.get("retention.ms").value());
        return millis < 0 ? FOR_EVER : Duration.ofMillis(millis).toDays() + " days";
    }

    /** By name, of the table of that section which has this heading. */
    private static Map<String, String> documented(String heading) throws Exception {
        String page = Files.readString(DocumentedMetrics.CHECKOUT.resolve("docs/operations.md"));
        String table =
                page.substring(page.indexOf("| " + heading + " | kept |")).split("\n\n")[0];
        Map<String, String> kept = new TreeMap<>();
        ROW.matcher(table).results().forEach(row -> NAME.matcher(row.group(1))
                .results()
                .forEach(name -> kept.put(name.group(1), row.group(2))));
        return kept;
    }
}
