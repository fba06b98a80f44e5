package vn.nhipcho.clickhouse;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that a backfill rebuilds, and the column that says which period a row belongs to; rows of other tables are not
 * made by the sales job's events alone.
 *
 * @param dated a row is of the period in which this column lies
 */
record ShadowTable(TableSpec<?> spec, String dated) {
    /** Orders and their totals by the time the order was placed, successes by their own. */
    static final List<ShadowTable> ALL = List.of(
            new ShadowTable(Tables.ORDER_LINES, "order_placed_at"),
            new ShadowTable(Tables.ORDER_PARTS, "order_placed_at"),
            new ShadowTable(Tables.SALES_HOURLY, "hour"),
            new ShadowTable(Tables.SUCCESSES_HOURLY, "hour"));

    private static final List<String> OF_THE_UPSERT = List.of("version", "is_deleted");

    String name() {
        return spec.name();
    }

    String live() {
        return ClickHouseConfig.RAW + "." + name();
    }

    /** What the rebuild wrote. */
    String rebuilt() {
        return ClickHouseConfig.SHADOW + "." + name();
    }

    /** What is to take the live table's place. */
    String next() {
        return ClickHouseConfig.SHADOW + ".next_" + name();
    }

    /** Copies every row that is inserted into the live table to {@link #next}. */
    String follow() {
        return ClickHouseConfig.SHADOW + ".follow_" + name();
    }

    /** Of each key, version and content that the live table had before the events were read. */
    String seen() {
        return ClickHouseConfig.SHADOW + ".seen_" + name();
    }

    /** Of each key, whose row is right: the live table's or the rebuilt one. */
    String plan() {
        return ClickHouseConfig.SHADOW + ".plan_" + name();
    }

    String key() {
        return names(spec.key().stream());
    }

    List<String> columns() {
        return spec.columns().stream().map(Column::name).toList();
    }

    /** A number that two rows share when they say the same. */
    String content() {
        Stream<? extends Column<?>> said =
                spec.values().stream().filter(column -> !OF_THE_UPSERT.contains(column.name()));
        return "sipHash64(toString(tuple(" + names(said) + ")))";
    }

    private static String names(Stream<? extends Column<?>> columns) {
        return columns.map(Column::name).collect(Collectors.joining(", "));
    }
}
