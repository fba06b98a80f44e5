package vn.nhipcho.local.bench;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.ClickHouseSink;
import vn.nhipcho.clickhouse.TableVersions;
import vn.nhipcho.clickhouse.Tables;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.model.CellRow;
import vn.nhipcho.topology.Inputs;
import vn.nhipcho.topology.Outputs;
import vn.nhipcho.topology.SalesTopology;
import vn.nhipcho.topology.Table;

/** The sales job as it is, state and checkpoints included, on what the topics hold and with outputs that drop. */
final class SalesDiscardJob {
    static final String NAME = "bench-sales-discard";

    private SalesDiscardJob() {}

    static void define(StreamExecutionEnvironment env, JobConfig config) {
        define(CountRecords.of(Inputs.soFar(env, config.kafka(), NAME)), config);
    }

    static void define(Inputs in, JobConfig config) {
        SalesTopology.define(in, droppingAllBut(Table.dropping(Tables.SALES_HOURLY)), config);
    }

    /** The totals of {@code sales}, and no others, are written. */
    static void defineTotals(Inputs in, ClickHouseConfig clickhouse, JobConfig config) {
        var totals = new Table<>(
                Tables.SALES_HOURLY.name(),
                new ClickHouseSink<>(clickhouse, Tables.SALES_HOURLY),
                TableVersions.attemptStart(clickhouse, Tables.SALES_HOURLY));
        SalesTopology.define(in, droppingAllBut(totals), config);
    }

    private static Outputs droppingAllBut(Table<CellRow> totals) {
        return new Outputs(
                totals,
                Table.dropping(Tables.SUCCESSES_HOURLY),
                Table.dropping(Tables.ORDER_LINES),
                Table.dropping(Tables.ORDER_PARTS),
                Table.dropping(Tables.ORDER_EVENTS),
                Table.dropping(Tables.ACCOUNT_EVENTS),
                Table.dropping(Tables.LISTING_EVENTS),
                Table.dropping(Tables.INGEST_LEDGER),
                Table.dropping(Tables.FRESHNESS),
                Table.dropping(Tables.DEAD_LETTERS),
                new DiscardingSink<>());
    }
}
