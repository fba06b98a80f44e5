package vn.nhipcho.local.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.deadletter.RecordedLetter;
import vn.nhipcho.deadletter.ReplayPolicy;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.deadletter.DeadLetterFilter;
import vn.nhipcho.local.deadletter.DeadLetterTopic;
import vn.nhipcho.local.deadletter.FieldFix;
import vn.nhipcho.local.deadletter.FixRefused;
import vn.nhipcho.local.deadletter.Position;
import vn.nhipcho.local.deadletter.PrepareReplay;
import vn.nhipcho.local.deadletter.RecordedLetters;
import vn.nhipcho.local.deadletter.Replay;
import vn.nhipcho.registry.RegistryUnavailableException;
import vn.nhipcho.source.UncheckedEvents;

/** {@code dead-letters replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sends dead letters to their topics again, mended where --set says so, and marks them as replayed. Letters that "
                    + "were replayed are skipped; sending one twice changes no figure.",
            "Prints a line for each as TSV: what is done, and whether the job would accept it now or make it a dead letter "
                    + "again. The bytes are in Kafka, so the stack has to be up; they are kept for 7 days."
        },
        footer = {
            "",
            "First: nhip-cho dead-letters replay --reason WRONG_CURRENCY --set currency=VND --dry-run",
            "Then the same without --dry-run."
        })
final class ReplayDeadLettersCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "TOPIC:PARTITION:OFFSET",
            description = "Only at these positions, which 'dead-letters list' tells.")
    private List<String> positions = List.of();

    @Option(names = "--reason", paramLabel = "REASON", description = "Only of this reason: ${COMPLETION-CANDIDATES}.")
    private DeadLetterReason reason;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Only of this topic, such as market.orders.v1.")
    private String topic;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Only first seen from then on: a day as 2026-03-16, or 2026-03-16T14:00; business zone.")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Only first seen until then: a day, which is included, or a time, which is not.")
    private String to;

    @Option(names = "--all", description = "All there are; needed where nothing of the above is given.")
    private boolean all;

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description = "A fix, repeatable: the field by its Avro name and the value as JSON or plain text, such as "
                    + "currency=VND, lines.0.quantity=1.5, lines.*.unit=kg, placed_at=null. Letters that cannot be "
                    + "decoded are skipped then.")
    private List<String> fixes = List.of();

    @Option(names = "--dry-run", description = "Prints what would be sent and how it is judged now; sends nothing.")
    private boolean dryRun;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "" + ReplayPolicy.USUAL_ATTEMPTS,
            description = "A record is tried at most so many times, the first included (default: 3).")
    private int limit;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private ClickHouseOptions clickhouse;

    @Override
    public Integer call() throws InterruptedException {
        DeadLetterFilter filter = filter();
        if (limit < 2) {
            throw new WrongUse("--limit: %d allows no replay; give 2 or more".formatted(limit));
        }
        List<FieldFix> parsed = fixes.stream().map(FieldFix::parse).toList();
        parsed.forEach(fix -> check(fix, topics(filter)));
        var servers = kafka.kafka(clickhouse.directory());
        var registry = kafka.registry(clickhouse.directory());
        try (var reached = clickhouse.reach("dead-letters")) {
            Deployment deployment = Deployment.read(reached.config())
                    .orElseThrow(() -> new WrongUse("ClickHouse is not set up: run 'nhip-cho migrate' first"));
            var recorded = new RecordedLetters(new ClickHouseHttp(reached.config()));
            List<RecordedLetter> letters = find(recorded, filter, deployment);
            var replay = new Replay(
                    new DeadLetterTopic(servers, registry),
                    recorded,
                    new ReplayPolicy(limit),
                    PrepareReplay.of(registry, deployment, parsed, InstantSource.system()),
                    new PrintStream(System.out, true, StandardCharsets.UTF_8));
            if (dryRun) {
                var counts = replay.dryRun(letters);
                System.err.printf("dry run: %d would be sent, %d skipped%n", counts.sent(), counts.skipped());
            } else {
                var counts = replay.send(letters, servers.properties());
                System.err.printf("%d sent, %d skipped%n", counts.sent(), counts.skipped());
            }
            return NhipCho.DONE;
        } catch (SQLException e) {
            throw new Failure("ClickHouse does not say what it was set up for", e);
        } catch (RegistryUnavailableException e) {
            throw new Failure("The schema registry does not answer", e);
        }
    }

    private DeadLetterFilter filter() {
        var filter = new DeadLetterFilter(
                reason,
                topic,
                positions.stream().map(Position::parse).toList(),
                from == null ? null : time("--from", from, 0),
                to == null ? null : time("--to", to, 1));
        if (filter.isEmpty() == !all) {
            throw new WrongUse(
                    all
                            ? "--all and a filter contradict each other; give one of them"
                            : "Say which: a position, --reason, --topic, --from, --to, or --all");
        }
        if (filter.from() != null && filter.until() != null && !filter.from().isBefore(filter.until())) {
            throw new WrongUse("--to: the period ends before it begins");
        }
        return filter;
    }

    private static LocalDateTime time(String option, String text, int daysAfter) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).plusDays(daysAfter).atStartOfDay()
                    : LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new WrongUse(
                    "%s: '%s' is no time; write it like 2026-03-16 or 2026-03-16T14:00".formatted(option, text));
        }
    }

    /** The topics of events that the filter leaves; all, when it names none of them. */
    private static Set<String> topics(DeadLetterFilter filter) {
        Set<String> named = UncheckedEvents.SCHEMAS.keySet().stream()
                .filter(name -> filter.topic() == null || filter.topic().equals(name))
                .filter(name -> filter.positions().isEmpty()
                        || filter.positions().stream().anyMatch(at -> at.topic().equals(name)))
                .collect(Collectors.toSet());
        return named.isEmpty() ? UncheckedEvents.SCHEMAS.keySet() : named;
    }

    /** A fix that fits no event at all is a slip; one that fits some leaves the letters of the others alone. */
    private static void check(FieldFix fix, Set<String> topics) {
        FixRefused refused = null;
        for (String each : topics.stream().sorted().toList()) {
            Schema event = UncheckedEvents.SCHEMAS.get(each);
            try {
                fix.check(event);
                return;
            } catch (FixRefused e) {
                refused = e;
            }
        }
        throw new WrongUse("--set: " + refused.getMessage());
    }

    private static List<RecordedLetter> find(RecordedLetters recorded, DeadLetterFilter filter, Deployment deployment) {
        List<RecordedLetter> letters = recorded.find(filter, deployment.zone());
        if (!filter.positions().isEmpty()) {
            if (letters.isEmpty()) {
                throw new WrongUse("There is no such dead letter; 'dead-letters list' tells their positions");
            }
            return letters;
        }
        long others = recorded.notOfATopic(filter, deployment.zone());
        if (others > 0) {
            System.err.printf(
                    "%d never were a record of a topic and are not replayed: mend lines of files and import the file again%n",
                    others);
        }
        return letters;
    }
}
