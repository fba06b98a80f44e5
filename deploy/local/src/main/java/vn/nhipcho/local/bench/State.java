package vn.nhipcho.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.topology.OperatorId;

/**
 * What the sales job keeps, by the files of its savepoint: as RocksDB compresses them, values that were written over and
 * not yet merged away included.
 *
 * @param bytesPerOrder of the order ledger and the seller context
 * @param bytesPerCell of the totals
 * @param bytes of keyed state by operator
 */
@JsonNaming(SnakeCaseStrategy.class)
record State(
        @JsonProperty("measurement") String name,
        long orders,
        long cells,
        double bytesPerOrder,
        double bytesPerCell,
        SortedMap<String, Long> bytes) {
    private static final List<String> OF_ORDERS = List.of(OperatorId.ORDER_LEDGER, OperatorId.SELLER_CONTEXT);
    private static final List<String> OF_CELLS = List.of("total-" + OperatorId.SALES, "total-" + OperatorId.SUCCESSES);
    private static final String COUNTS = """
            SELECT
                (SELECT uniqExact(platform, order_id) FROM market_raw.order_parts FINAL),
                (SELECT count() FROM market_raw.sales_hourly FINAL)
                    + (SELECT count() FROM market_raw.successes_hourly FINAL)
            """;

    static State of(Map<String, Long> bytes, ClickHouseHttp clickhouse) throws SqlRefused {
        String[] counts = clickhouse.rows(COUNTS).get(0);
        return of(bytes, Long.parseLong(counts[0]), Long.parseLong(counts[1]));
    }

    static State of(Map<String, Long> bytes, long orders, long cells) {
        return new State(
                Measured.STATE.toString(),
                orders,
                cells,
                each(bytes, OF_ORDERS, orders),
                each(bytes, OF_CELLS, cells),
                new TreeMap<>(bytes));
    }

    private static double each(Map<String, Long> bytes, List<String> operators, long things) {
        long sum = operators.stream()
                .mapToLong(operator -> bytes.getOrDefault(operator, 0L))
                .sum();
        return Math.round(10.0 * sum / Math.max(1, things)) / 10.0;
    }
}
