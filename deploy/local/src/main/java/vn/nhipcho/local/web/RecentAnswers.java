package vn.nhipcho.local.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.nhipcho.local.clickhouse.SqlRefused;

/** Answers that are asked for with every panel of a page, such as the options of its variables, kept for moments. */
final class RecentAnswers {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 500;

    private final Source source;
    private final InstantSource clock;
    private final Map<String, Kept> bySql = new ConcurrentHashMap<>();

    /** Whatever answers SQL. */
    interface Source {
        JsonNode answer(String sql) throws SqlRefused;
    }

    private record Kept(JsonNode answer, Instant at) {}

    RecentAnswers(Source source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    JsonNode to(String sql) throws SqlRefused {
        Instant now = clock.instant();
        Kept kept = bySql.get(sql);
        if (kept == null || kept.at().plus(KEPT).isBefore(now)) {
            bySql.values().removeIf(old -> old.at().plus(KEPT).isBefore(now));
            kept = new Kept(source.answer(sql), now);
            if (bySql.size() < MOST) {
                bySql.put(sql, kept);
            }
        }
        return kept.answer();
    }
}
