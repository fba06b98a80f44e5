package vn.nhipcho.local.health;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.health.Finding.Remark;

/** Whether ClickHouse answers, how new its figures are, and whether many records are rejected for their clock. */
public final class ClickHouseCheck implements HealthCheck {
    /** As the alert WrongClock has it for a quarter of an hour: a stray one is no broken clock. */
    static final long MANY = 20;

    private static final String FIGURES = """
            SELECT (SELECT toUnixTimestamp64Milli(max(queryable_at)) FROM market.freshness),
                   (SELECT count() FROM market.dead_letters
                     WHERE reason = 'IN_THE_FUTURE' AND replayed_at IS NULL AND first_seen > now() - INTERVAL 1 HOUR)""";

    private final ClickHouseHttp clickhouse;

    public ClickHouseCheck(ClickHouseConfig config) {
        this.clickhouse = new ClickHouseHttp(config).answeringWithin(ANSWER);
    }

    @Override
    public Finding look() throws SqlRefused {
        String[] row = clickhouse.rows(FIGURES).get(0);
        long queryable = Long.parseLong(row[0]);
        long rejected = Long.parseLong(row[1]);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("clickhouse", "reachable");
        facts.put(
                "last_queryable_at",
                queryable == 0 ? null : Instant.ofEpochMilli(queryable).toString());
        facts.put("clock_rejections_last_hour", rejected);
        return new Finding(facts, List.of(), rejected > MANY ? List.of(wrongClock(rejected)) : List.of());
    }

    private static Remark wrongClock(long rejected) {
        return new Remark(
                rejected + " records of the last hour say that they happened after they arrived",
                "see deploy/RUNBOOK.md#records-with-a-wrong-clock");
    }

    @Override
    public Finding unanswered(String reason) {
        return Finding.problem(
                Map.of("clickhouse", "unreachable"),
                "ClickHouse does not answer: " + reason,
                "start it, or see deploy/RUNBOOK.md#clickhouse-refuses; the jobs wait and go on by themselves");
    }
}
