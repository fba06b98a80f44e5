package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.clickhouse.Facts.at;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import vn.nhipcho.model.DeadLetterRow;
import vn.nhipcho.model.EventRow;
import vn.nhipcho.model.FreshnessRow;
import vn.nhipcho.model.IngestLedgerRow;

class RowMappingIT {
    static final List<TableSpec<?>> TABLES = Tables.ALL;

    private static Engine engine;

    @BeforeAll
    static void start(@TempDir Path dataDir) throws Exception {
        engine = Engine.startMigrated(dataDir);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void namesTheColumnsOfTheTableInItsOrder(TableSpec<?> table) throws Exception {
        List<String> columns =
                engine.query("SELECT name, default_kind != '' OR type LIKE 'Nullable%' FROM system.columns"
                        + " WHERE database = 'market_raw' AND table = '" + table.name() + "' ORDER BY position");
        List<String> mapped = table.columns().stream().map(Column::name).toList();

        assertThat(columns.stream().map(row -> row.split("\\|")[0]).toList().subList(0, mapped.size()))
                .isEqualTo(mapped);
        assertThat(columns.subList(mapped.size(), columns.size()))
                .as("columns that no row gives have a default")
                .allMatch(row -> row.endsWith("|true") || row.endsWith("|1"));
        assertThat(engine.one("SELECT sorting_key FROM system.tables WHERE database = 'market_raw' AND name = '"
                        + table.name() + "'"))
                .isEqualTo(
                        String.join(", ", table.key().stream().map(Column::name).toList()));
    }

    @Test
    void writesEveryValueOfALine() throws Exception {
        var part = Facts.delivered("A1", "s-1", "2025-07-01T03:30:00.123Z", "2025-07-01T03:29:00Z");
        insert(Tables.ORDER_LINES, Facts.line(part, "1"));

        assertThat(engine.one("SELECT * FROM market.order_lines"))
                .isEqualTo("shopee|A1|s-1|1|p-1|KHOM|2.500|kg|6000.20|0.00|2.00|2.500|0.000|15000.50"
                        + "|2025-07-01 10:30:00.123|2025-07-01 10:29:00|DELIVERED|TO_CONFIRM_RECEIVE"
                        + "|2025-07-04 10:30:00.123|2025-07-01 10:30:00.124|2025-07-01 10:30:00.125"
                        + "|2025-07-01 10:30:00.126|2025-07-04 10:30:00.123|null|null|null|null"
                        + "|2025-07-04 10:30:00.123|2025-07-03 10:30:00.123|true|COD|79|CUSTOMER"
                        + "|93|930|31321|htx-01|HOUSEHOLD");
    }

    @Test
    void writesEveryValueOfAPart() throws Exception {
        insert(Tables.ORDER_PARTS, Facts.delivered("A1", "s-1", "2025-07-01T03:30:00.123Z", "2025-07-01T03:29:00Z"));

        assertThat(engine.one("SELECT order_id, seller_id, lines, gross, shipping_fee, confirm_by, cancelled_by, late"
                        + " FROM market.order_parts"))
                .isEqualTo("A1|s-1|1|15000.50|5.00|2025-07-01 10:30:00.127||true");
    }

    @Test
    void hidesTheDeletedRowThatAMoveToAnotherYearLeavesBehind() throws Exception {
        var before = Facts.delivered("B1", "s-1", "2025-01-01T03:00:00Z", "2025-01-01T03:00:00Z");
        var after = Facts.delivered("B1", "s-1", "2024-12-30T03:00:00Z", "2024-12-30T03:00:00Z");
        insert(Tables.ORDER_LINES, Facts.line(Facts.stamped(before, 1, false), "1"));
        insert(Tables.ORDER_LINES, Facts.line(Facts.stamped(before, 2, true), "1"));
        insert(Tables.ORDER_LINES, Facts.line(Facts.stamped(after, 3, false), "1"));

        assertThat(engine.query("SELECT toDate(placed_at) FROM market.order_lines WHERE order_id = 'B1'"))
                .containsExactly("2024-12-30");
        assertThat(engine.query("SELECT order_id FROM market.order_lines WHERE order_id = 'B1'"
                        + " AND placed_at >= '2025-01-01 00:00:00'"))
                .as("the year it has left")
                .isEmpty();
    }

    @Test
    void writesTheNarrowTables() throws Exception {
        insert(Tables.SALES_HOURLY, CellRows.cell(0, 7, 1));
        insert(
                Tables.INGEST_LEDGER,
                new IngestLedgerRow("sales", "market.orders.v1", 3, 1_751_328_060, 9, 4, 3, 1, 1, 100, 108, 0, 1));
        insert(
                Tables.FRESHNESS,
                new FreshnessRow(
                        "sales", "market.orders.v1", 3, at("2025-07-01T00:00:01Z"), at("2025-07-01T00:00:02.5Z"), 1));
        insert(
                Tables.DEAD_LETTERS,
                new DeadLetterRow(
                        "market.orders.v1",
                        3,
                        105,
                        "",
                        "NOT_AVRO",
                        "decode-orders",
                        "byte 4",
                        at("2025-07-01T00:00:02Z"),
                        1,
                        1));
        insert(
                Tables.ORDER_EVENTS,
                new EventRow(
                        "market.orders.v1",
                        "shopee:A1",
                        "s-1",
                        "e-1",
                        at("2025-07-01T00:00:01Z"),
                        -5,
                        at("2025-07-01T00:00:02Z"),
                        "{}"));

        assertThat(engine.one("SELECT grouping, hour, district, orders, gross FROM market.sales"))
                .isEqualTo("district|2025-07-01 07:00:00|930|7|864.150000");
        assertThat(engine.one("SELECT * FROM market.ledger"))
                .isEqualTo("sales|market.orders.v1|3|2025-07-01 07:01:00|9|4|3|1|1|100|108|0");
        assertThat(engine.one(
                        "SELECT topic, event_time, ingested_at, queryable_at > ingested_at FROM market.freshness"))
                .isEqualTo("market.orders.v1|2025-07-01 07:00:01|2025-07-01 07:00:02.5|1");
        assertThat(engine.one("SELECT * FROM market.dead_letters"))
                .isEqualTo("NOT_AVRO|market.orders.v1|3|105||decode-orders|byte 4|2025-07-01 07:00:02|1|null");
        assertThat(engine.one("SELECT * FROM market_raw.order_events"))
                .isEqualTo("shopee:A1|e-1|-5|s-1|2025-07-01 00:00:01|{}");
    }

    private static <T> void insert(TableSpec<T> table, T row) throws Exception {
        RowBuffer<T> buffer = new RowBuffer<>(table, 10);
        buffer.add(row);
        try (JdbcInserter inserter = new JdbcInserter(engine.config())) {
            inserter.insert(RowBatch.unpack(buffer.drain(0).get(0)), 0, 1);
        }
    }
}
