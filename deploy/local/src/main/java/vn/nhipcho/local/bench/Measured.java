package vn.nhipcho.local.bench;

import java.util.Locale;

/** What is measured, by the name it has in the output. */
public enum Measured {
    /** From the simulation into Kafka, until all is acknowledged. */
    IMPORT,
    /** From Kafka through the decoders and no further: what reading alone costs. */
    DECODE_ONLY,
    /** The sales job with outputs that drop every row: what the job costs without ClickHouse. */
    SALES_DISCARD,
    /** The sales job and the sellers job at once, until all that is in Kafka can be queried in ClickHouse. */
    BOTH_JOBS,
    /** The sales job, until all that is in Kafka can be queried in ClickHouse. */
    END_TO_END,
    /** From sending an order until the totals count it, at 10 %, 50 % and 80 % of the rate of end-to-end. */
    FRESHNESS,
    /** What the sales job keeps: bytes an order and a cell. */
    STATE,
    /** The totals of every grouping set by query over the facts, made by ClickHouse alone. */
    CLICKHOUSE_TOTALS,
    /** The sales job with the totals of {@code sales} alone into ClickHouse: what the peer is to be compared with. */
    SALES_TOTALS,
    /** The totals of every grouping set by Flink SQL into ClickHouse: what the sales job's own operators are worth. */
    SALES_FLINK_SQL,
    /** What an event costs the sales job when its state has grown to millions of orders. */
    GROWTH;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
