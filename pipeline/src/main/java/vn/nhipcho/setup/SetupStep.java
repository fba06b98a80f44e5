package vn.nhipcho.setup;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.util.ParameterTool;
import vn.nhipcho.clickhouse.AccessScripts;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Migrations;
import vn.nhipcho.clickhouse.ReferenceTables;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.source.KafkaConfig;
import vn.nhipcho.source.KafkaTopics;

/** One step of setting a deployment up. A step that is run again changes only what is not as it should be. */
public sealed interface SetupStep {
    /** Returns a line for each thing that it did. */
    List<String> run() throws SQLException, IOException, InterruptedException;

    /** What was found afterwards that somebody should look at; nothing fails for it. */
    default List<String> remarks() throws InterruptedException {
        return List.of();
    }

    /** Users, roles, quotas and row policies, by a user that may grant. */
    record Access(ClickHouseConfig clickhouse, Path scripts, Path secrets) implements SetupStep {
        @Override
        public List<String> run() throws SQLException, IOException {
            return AccessScripts.apply(clickhouse, scripts, secrets);
        }
    }

    /** Tables, views and reference data. */
    record Tables(ClickHouseConfig clickhouse, MigrationParameters parameters, Path reference) implements SetupStep {
        @Override
        public List<String> run() throws SQLException, IOException {
            var done = new ArrayList<>(Migrations.apply(clickhouse, parameters));
            done.addAll(ReferenceTables.load(clickhouse, reference));
            return done;
        }
    }

    /** The topics that are missing. */
    record Topics(KafkaConfig kafka, int partitions) implements SetupStep {
        public Topics {
            if (partitions < 1) {
                throw new IllegalArgumentException("--partitions must be at least 1, is " + partitions);
            }
        }

        @Override
        public List<String> run() throws InterruptedException {
            return KafkaTopics.ensure(kafka, partitions);
        }

        @Override
        public List<String> remarks() throws InterruptedException {
            return KafkaTopics.remarks(kafka);
        }
    }

    /** The schemas of the topics, which producers elsewhere need as well. */
    record Contracts(RegistryConfig registry) implements SetupStep {
        @Override
        public List<String> run() {
            Schemas.register(registry);
            return Schemas.topics().stream().sorted().toList();
        }
    }

    /**
     * From {@code STEP --option value …}.
     *
     * @throws IllegalArgumentException that says what to write instead
     */
    static SetupStep of(String[] words, Map<String, String> environment) {
        String step = words.length == 0 ? "" : words[0];
        var options = ParameterTool.fromArgs(Arrays.copyOfRange(words, Math.min(1, words.length), words.length));
        return switch (step) {
            case "access" -> {
                refuseOthers(options, "clickhouse", "scripts", "secrets");
                yield new Access(
                        clickhouse(options, environment),
                        Path.of(options.getRequired("scripts")),
                        Path.of(options.getRequired("secrets")));
            }
            case "tables" -> {
                refuseOthers(options, "clickhouse", "cluster", "zone", "currency", "reference");
                yield new Tables(
                        clickhouse(options, environment),
                        new MigrationParameters(
                                ZoneId.of(options.get("zone", "Asia/Ho_Chi_Minh")),
                                options.get("currency", "VND"),
                                options.get("cluster")),
                        options.has("reference") ? Path.of(options.get("reference")) : null);
            }
            case "topics" -> {
                refuseOthers(options, "kafka", "kafka-properties", "partitions");
                yield new Topics(
                        new KafkaConfig(options.getRequired("kafka"), options.get("kafka-properties")),
                        options.getInt("partitions"));
            }
            case "schemas" -> {
                refuseOthers(options, "registry", "registry-credentials-file");
                yield new Contracts(new RegistryConfig(
                        URI.create(options.getRequired("registry")),
                        options.get("registry-credentials-file"),
                        environment.get(ClickHouseConfig.CA_FILE_VARIABLE)));
            }
            default ->
                throw new IllegalArgumentException(
                        "the first word must be access, tables, topics or schemas, is '" + step + "'");
        };
    }

    private static ClickHouseConfig clickhouse(ParameterTool options, Map<String, String> environment) {
        return ClickHouseConfig.fromEnvironment(options.getRequired("clickhouse"), environment);
    }

    private static void refuseOthers(ParameterTool options, String... known) {
        var unknown = new TreeSet<>(options.toMap().keySet());
        unknown.removeAll(Set.of(known));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "no such option: " + unknown + "; there are " + new TreeSet<>(Set.of(known)));
        }
    }
}
