package vn.nhipcho.local.deadletter;

import java.time.ZoneId;
import java.util.List;
import vn.nhipcho.deadletter.RecordedLetter;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;

/** Dead letters as ClickHouse has them: which there are, how often they were tried and whether they were replayed. */
public final class RecordedLetters {
    private static final String OF_A_TOPIC = "partition >= 0 AND file = ''";
    private static final String FIND = """
            SELECT topic, partition, offset, reason, attempts, ifNull(toString(replayed_at), '')
            FROM market.dead_letters
            WHERE %s AND %s
            ORDER BY topic, partition, offset
            """;
    /** Its version outranks the job's row, which the job may well write again after a restore. */
    private static final String MARK = """
            INSERT INTO market_raw.dead_letters
                (topic, partition, offset, file, reason, step, detail, first_seen, attempts, version, replayed_at)
            SELECT
                topic, partition, offset, file, reason, step, detail, first_seen, attempts + 1, version + 1, now64(3)
            FROM market_raw.dead_letters FINAL
            WHERE file = '' AND replayed_at IS NULL AND %s
            """;

    private final ClickHouseHttp clickhouse;

    public RecordedLetters(ClickHouseHttp clickhouse) {
        this.clickhouse = clickhouse;
    }

    /** Those that were records of a topic; at positions that were asked for by name, whatever is there. */
    public List<RecordedLetter> find(DeadLetterFilter filter, ZoneId zone) {
        String kind = filter.positions().isEmpty() ? OF_A_TOPIC : "true";
        return rows(FIND.formatted(kind, filter.condition(zone))).stream()
                .map(row -> new RecordedLetter(
                        row[0],
                        Integer.parseInt(row[1]),
                        Long.parseLong(row[2]),
                        row[3],
                        Integer.parseInt(row[4]),
                        row[5]))
                .toList();
    }

    /** How many the filter matches that never were a record of a topic: lines of files, rows that ClickHouse refused. */
    public long notOfATopic(DeadLetterFilter filter, ZoneId zone) {
        String sql = "SELECT count() FROM market.dead_letters WHERE NOT (%s) AND %s"
                .formatted(OF_A_TOPIC, filter.condition(zone));
        return Long.parseLong(rows(sql).get(0)[0]);
    }

    public void markReplayed(List<Position> positions) {
        rows(MARK.formatted(DeadLetterFilter.at(positions)));
    }

    private List<String[]> rows(String sql) {
        try {
            return clickhouse.rows(sql);
        } catch (SqlRefused e) {
            throw new Failure("ClickHouse cannot read or mark the dead letters", e);
        }
    }
}
