package vn.nhipcho.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;

/** {@code dead-letters list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists dead letters, the newest first, as TSV with a header line.")
final class ListDeadLettersCommand implements Callable<Integer> {
    private static final String SQL = """
            SELECT concat(topic, ':', toString(partition), ':', toString(offset)) AS position,
                   reason, file, detail, first_seen, attempts, replayed_at
            FROM market.dead_letters
            %s
            ORDER BY first_seen DESC, topic, partition, file, offset
            LIMIT %d
            """;

    @Option(names = "--reason", paramLabel = "REASON", description = "Only of this reason: ${COMPLETION-CANDIDATES}.")
    private DeadLetterReason reason;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "At most so many (default: 100).")
    private int limit;

    @Mixin
    private ClickHouseOptions clickhouse;

    @Override
    public Integer call() throws InterruptedException {
        if (limit < 1) {
            throw new WrongUse("--limit: %d is too little; give 1 or more".formatted(limit));
        }
        String filter = reason == null ? "" : "WHERE reason = '%s'".formatted(reason.name());
        try (var reached = clickhouse.reach("dead-letters")) {
            var http = new ClickHouseHttp(reached.config());
            http.copy(SQL.formatted(filter, limit), System.out);
            long all = Long.parseLong(http.rows("SELECT count() FROM market.dead_letters " + filter)
                    .get(0)[0]);
            if (all > limit) {
                System.err.printf("%d in all; the newest %d are shown, more with --limit%n", all, limit);
            }
            return NhipCho.DONE;
        } catch (SqlRefused e) {
            throw new Failure("The dead letters cannot be read", e);
        }
    }
}
