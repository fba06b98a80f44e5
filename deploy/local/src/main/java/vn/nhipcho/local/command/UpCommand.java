package vn.nhipcho.local.command;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhipcho.local.Logs;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.data.Deployment;
import vn.nhipcho.local.engine.EngineSettings;
import vn.nhipcho.local.run.Up;
import vn.nhipcho.local.run.UpSettings;
import vn.nhipcho.source.KafkaConfig;

/** {@code up}: everything. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Starts (or connects to) Kafka, registry, ClickHouse and Flink, sets up the tables, runs the job, "
                        + "streams the sources and lives until Ctrl-C. A second up on the same data directory goes on where the "
                        + "first ended, also after kill -9.")
public final class UpCommand implements Callable<Integer> {
    @Option(
            names = "--source",
            paramLabel = "SPEC",
            description = "What to stream: simulation, olist:DIR, agmarknet:DIR, jsonl:PATH or none; may be given more "
                    + "than once (default: what the data directory was fed with, a new one simulation).")
    private List<String> sources = List.of();

    @Option(names = "--once", description = "End with exit code 0 when all that the sources hold can be queried.")
    private boolean once;

    @Mixin
    private DataDirOption dataDir;

    @Mixin
    private DeploymentOptions deployment;

    @Mixin
    private SendingOptions sending;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Use this Kafka instead of starting one.")
    private String kafka;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description =
                    "Its client properties, for TLS and log-in (default: plain text). The jobs read it as well, so with "
                            + "--flink it must be there too.")
    private String kafkaProperties;

    @Option(names = "--registry", paramLabel = "URL", description = "Use this schema registry (Confluent's REST API).")
    private String registry;

    @Option(
            names = "--clickhouse",
            paramLabel = "URL",
            description =
                    "Use this ClickHouse, http(s)://host:port; user and password come from NHIP_CHO_CLICKHOUSE_USER "
                            + "and NHIP_CHO_CLICKHOUSE_PASSWORD_FILE, the authority of its certificate (and the registry's) "
                            + "from NHIP_CHO_CA_FILE.")
    private String clickhouse;

    @Mixin
    private AlertRulesOption alertRules;

    @Option(
            names = "--lost-records",
            paramLabel = "fail|skip",
            defaultValue = "fail",
            description =
                    "When records were deleted from Kafka before they were read: fail, or once skip them and go on with "
                            + "the oldest that are there (default: fail).")
    private String lostRecords;

    @Option(
            names = "--flink",
            paramLabel = "URL",
            description = "Run the job on this Flink, http://host:port of its REST.")
    private String flink;

    @Mixin
    private PortOptions ports;

    @Override
    public Integer call() throws InterruptedException {
        if (!Set.of("fail", "skip").contains(lostRecords)) {
            throw new WrongUse("--lost-records: '" + lostRecords + "' is neither fail nor skip");
        }
        // Whether it is right does not depend on the zone.
        alertRules.settings(ZoneId.of(Deployment.DEFAULT_ZONE));
        var settings = new UpSettings(
                dataDir.directory(),
                sources,
                once,
                deployment.zone(),
                deployment.currency(),
                sending.seed(),
                sending.disorder(),
                sending.duplicates(),
                sending.rate(),
                new EngineSettings(kafka(), registry, clickhouse, ports.kafka(), ports.registry(), ports.clickhouse()),
                alertRules.text(),
                lostRecords,
                flink,
                ports.flink(),
                ports.metrics(),
                ports.web(),
                ports.grafana());
        Logs.into(dataDir.directory());
        return new Up(settings).run();
    }

    private KafkaConfig kafka() {
        if (kafka == null && kafkaProperties != null) {
            throw new WrongUse("--kafka-properties: only with --kafka, since the one that up starts is plain text");
        }
        return kafka == null ? null : new KafkaConfig(kafka, KafkaOptions.readable(kafkaProperties));
    }
}
