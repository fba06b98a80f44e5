package vn.nhipcho.clickhouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The statements of {@link ShadowTables}. {@code ${on_cluster}} and {@code ${replicated}} are left open as in migrations.
 *
 * <p>Versions decide, so order of insertion does not: a rebuilt row takes the version that its key had in the live table
 * before the events were read, and whatever the live job writes afterwards has a higher one.
 */
final class ShadowSql {
    /** The cut of the events into pieces that are read one by one, each all events of some sellers. */
    static final int SLICES = 256;

    static final String EVENTS = ClickHouseConfig.SHADOW + ".events";

    private static final Map<String, String> HISTORY = Map.of(
            "market.orders.v1", "order_events",
            "market.accounts.v1", "account_events",
            "market.listings.v1", "listing_events");

    private static final String REPLACED = "verdict IN ('CHANGED', 'MISSING')";

    private ShadowSql() {}

    /** The views first: an insert into a live table would fail at a view whose target is gone. */
    static List<String> unfollow() {
        return ShadowTable.ALL.stream()
                .map(table -> "DROP VIEW IF EXISTS " + table.follow() + " ${on_cluster} SYNC")
                .toList();
    }

    static String drop() {
        return "DROP DATABASE IF EXISTS " + ClickHouseConfig.SHADOW + " ${on_cluster} SYNC";
    }

    static List<String> create() {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE DATABASE " + ClickHouseConfig.SHADOW + " ${on_cluster}");
        for (ShadowTable table : ShadowTable.ALL) {
            statements.add(like(table.rebuilt(), table.live()));
            statements.add(like(table.next(), table.live()));
        }
        for (String beside : List.of(RefusedRows.TABLE, Tables.DEAD_LETTERS.name())) {
            statements.add(like(ClickHouseConfig.SHADOW + "." + beside, ClickHouseConfig.RAW + "." + beside));
        }
        statements.add("CREATE TABLE " + EVENTS + " ${on_cluster} (topic LowCardinality(String), seller_id String,"
                + " occurred_at DateTime64(3, 'UTC'), event String CODEC(ZSTD(3)),"
                + " slice UInt16 DEFAULT cityHash64(seller_id) % " + SLICES + ")"
                + " ENGINE = ${replicated}MergeTree ORDER BY (slice, topic, occurred_at)");
        return statements;
    }

    static String follow(ShadowTable table) {
        return "CREATE MATERIALIZED VIEW %s ${on_cluster} TO %s AS SELECT * FROM %s"
                .formatted(table.follow(), table.next(), table.live());
    }

    static List<String> see(ShadowTable table) {
        String select =
                "SELECT " + table.key() + ", max(version) AS last_version, argMax(is_deleted, version) = 0 AS live,"
                        + " argMax(" + table.content() + ", version) AS content, argMax(" + table.dated()
                        + ", version) AS dated FROM " + table.live() + " GROUP BY " + table.key();
        return filled(table.seen(), table.key(), select);
    }

    /** Copies the history of the live job. A row that is there twice is a duplicate to the rebuild, as ever. */
    static List<String> copyHistory() {
        return HISTORY.entrySet().stream()
                .map(history -> "INSERT INTO " + EVENTS + " (topic, seller_id, occurred_at, event) SELECT '"
                        + history.getKey() + "', seller_id, occurred_at, event FROM " + ClickHouseConfig.RAW + "."
                        + history.getValue())
                .toList();
    }

    static List<String> plan(ShadowTable table, Span period) {
        String seen = "SELECT " + table.key() + ", last_version, live, 0 AS rebuilt, content, live AND "
                + period.holds("dated") + " AS inside FROM " + table.seen();
        String rebuilt = "SELECT " + table.key() + ", 0 AS last_version, 0 AS live, 1 AS rebuilt, " + table.content()
                + " AS content, " + period.holds(table.dated()) + " AS inside FROM " + table.rebuilt() + " FINAL";
        String verdict = "multiIf(NOT max(inside), 'OUTSIDE', NOT max(rebuilt), 'SURPLUS', NOT max(live), 'MISSING',"
                + " anyIf(content, live) = anyIf(content, rebuilt), 'SAME', 'CHANGED')";
        return filled(
                table.plan(),
                table.key(),
                "SELECT " + table.key() + ", max(last_version) AS seen_version, " + verdict + " AS verdict FROM ("
                        + seen + " UNION ALL " + rebuilt + ") GROUP BY " + table.key());
    }

    /** Verdicts with the number of keys; what the live job has written meanwhile is its own to say. */
    static String verdicts(ShadowTable table) {
        return "SELECT verdict, count() FROM " + table.plan() + " WHERE verdict != 'OUTSIDE' AND "
                + notWrittenMeanwhile(table) + " GROUP BY verdict";
    }

    static String firstDifferences(ShadowTable table, int limit) {
        return "SELECT verdict, toString(tuple(" + table.key() + ")) FROM " + table.plan()
                + " WHERE verdict NOT IN ('OUTSIDE', 'SAME') AND " + notWrittenMeanwhile(table) + " ORDER BY "
                + table.key() + " LIMIT " + limit;
    }

    /**
     * The rebuilt rows that differ, and of the live table all others; what should not be there as a deleted row, so that
     * the table's highest version, which a savepoint remembers, is never lost.
     */
    static List<String> assemble(ShadowTable table) {
        String rebuilt = "INSERT INTO " + table.next() + " SELECT "
                + columns(table, "r", Map.of("version", "greatest(p.seen_version, 1)")) + " FROM (SELECT * FROM "
                + table.rebuilt() + " FINAL) AS r INNER JOIN (SELECT * FROM " + table.plan() + " WHERE " + REPLACED
                + ") AS p USING (" + table.key() + ") " + ReconcileSql.SETTINGS;
        String isDeleted = "if(p.verdict = 'SURPLUS' AND l.version <= p.seen_version, 1, l.is_deleted)";
        String live = "INSERT INTO " + table.next() + " SELECT " + columns(table, "l", Map.of("is_deleted", isDeleted))
                + " FROM " + table.live() + " AS l LEFT JOIN " + table.plan() + " AS p USING (" + table.key()
                + ") WHERE l.version > p.seen_version OR NOT p." + REPLACED + " " + ReconcileSql.SETTINGS;
        return List.of(rebuilt, live);
    }

    static String exchange(ShadowTable table) {
        return "EXCHANGE TABLES " + table.live() + " AND " + table.next() + " ${on_cluster}";
    }

    private static String notWrittenMeanwhile(ShadowTable table) {
        return "(" + table.key() + ") NOT IN (SELECT " + table.key() + " FROM " + table.next() + ")";
    }

    private static String columns(ShadowTable table, String alias, Map<String, String> instead) {
        return table.columns().stream()
                .map(column -> instead.getOrDefault(column, alias + "." + column) + " AS " + column)
                .collect(Collectors.joining(", "));
    }

    private static String like(String table, String model) {
        return "CREATE TABLE " + table + " ${on_cluster} AS " + model;
    }

    private static List<String> filled(String table, String key, String select) {
        return List.of(
                "CREATE TABLE " + table + " ${on_cluster} ENGINE = ${replicated}MergeTree ORDER BY (" + key
                        + ") EMPTY AS " + select,
                "INSERT INTO " + table + " " + select + " SETTINGS max_bytes_before_external_group_by = 536870912");
    }
}
