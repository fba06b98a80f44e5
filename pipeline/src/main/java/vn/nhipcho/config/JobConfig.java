package vn.nhipcho.config;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.util.ParameterTool;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.source.KafkaConfig;
import vn.nhipcho.source.LostRecords;

/**
 * Settings that every job has; {@link #KEYS} are the whole vocabulary of the sales job, any other key is refused.
 *
 * @param kafka the cluster that holds the topics
 * @param registry the registry that holds the writers' schemas
 * @param clickhouse where the rows go; {@code clickhouse-buffer}, such as {@code 32mb}, is its {@code maxBufferBytes}
 * @param zone business zone, in which hours, days and months begin
 * @param currency the deployment's one currency, ISO 4217; events in another are dead letters
 * @param checkpointInterval also how long a figure waits before it can be read: one second on local disk, tens of seconds
 *     on object storage; too short and checkpoints overlap, too long and the dashboards lag
 * @param lostRecords {@code fail} or {@code skip}: what to do when records were deleted before they were read; {@code skip}
 *     only to go on after such a loss, and then back, or the next one passes with an alarm alone
 */
public record JobConfig(
        KafkaConfig kafka,
        RegistryConfig registry,
        ClickHouseConfig clickhouse,
        ZoneId zone,
        String currency,
        Duration checkpointInterval,
        LostRecords lostRecords) {

    public static final Set<String> KEYS = Set.of(
            "kafka",
            "kafka-properties",
            "registry",
            "registry-credentials-file",
            "clickhouse",
            "clickhouse-buffer",
            "zone",
            "currency",
            "checkpoint-interval",
            "lost-records");

    /** From {@code --key value} arguments; passwords come from files and the environment, see {@link ClickHouseConfig}. */
    public static JobConfig of(ParameterTool arguments, Map<String, String> environment) {
        var problems = new Problems();
        var config = read(arguments, environment, Set.of(), problems);
        problems.throwIfAny();
        return config;
    }

    /**
     * @param more keys that the job has beside these
     * @return null components where a problem was noted
     */
    static JobConfig read(
            ParameterTool arguments, Map<String, String> environment, Set<String> more, Problems problems) {
        var known = new TreeSet<>(KEYS);
        known.addAll(more);
        var unknown = new TreeSet<>(arguments.toMap().keySet());
        unknown.removeAll(known);
        unknown.forEach(key -> problems.require(false, "--" + key + ": no such setting; there are " + known));
        var kafka = problems.check(
                "kafka", () -> new KafkaConfig(arguments.getRequired("kafka"), arguments.get("kafka-properties")));
        var registry = problems.check(
                "registry",
                () -> new RegistryConfig(
                        URI.create(arguments.getRequired("registry")),
                        arguments.get("registry-credentials-file"),
                        environment.get(ClickHouseConfig.CA_FILE_VARIABLE)));
        var clickhouse = problems.check(
                "clickhouse", () -> ClickHouseConfig.fromEnvironment(arguments.getRequired("clickhouse"), environment));
        var buffered = problems.check(
                "clickhouse-buffer", () -> clickhouse == null ? null : withBuffer(clickhouse, arguments));
        var zone = problems.check("zone", () -> ZoneId.of(arguments.get("zone", "Asia/Ho_Chi_Minh")));
        var currency = problems.check("currency", () -> Currency.getInstance(arguments.get("currency", "VND"))
                .getCurrencyCode());
        var interval = problems.check(
                "checkpoint-interval", () -> positive(Duration.parse(arguments.get("checkpoint-interval", "PT1S"))));
        var lost = problems.check("lost-records", () -> lostRecords(arguments.get("lost-records", "fail")));
        return new JobConfig(kafka, registry, buffered, zone, currency, interval, lost);
    }

    private static ClickHouseConfig withBuffer(ClickHouseConfig clickhouse, ParameterTool arguments) {
        String size = arguments.get("clickhouse-buffer");
        return size == null
                ? clickhouse
                : clickhouse.withMaxBufferBytes(MemorySize.parse(size).getBytes());
    }

    private static LostRecords lostRecords(String word) {
        return switch (word) {
            case "fail" -> LostRecords.FAIL;
            case "skip" -> LostRecords.SKIP;
            default -> throw new IllegalArgumentException("must be fail or skip, is " + word);
        };
    }

    private static Duration positive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("must be longer than zero, is " + duration + "; write it like PT10S");
        }
        return duration;
    }
}
