package vn.nhipcho.local.bench;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import vn.nhipcho.clickhouse.TableSpec;
import vn.nhipcho.clickhouse.Tables;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.topology.Inputs;
import vn.nhipcho.topology.Outputs;
import vn.nhipcho.topology.SalesTopology;
import vn.nhipcho.topology.Table;

/** The sales job as it is, state and checkpoints included, on what the topics hold and with outputs that drop. */
final class SalesDiscardJob {
    static final String NAME = "bench-sales-discard";

    private SalesDiscardJob() {}

    static void define(StreamExecutionEnvironment env, JobConfig config) {
        var in = Inputs.soFar(env, config.kafka(), NAME);
        var counted = new Inputs(
                CountRecords.of(in.orders(), "orders"),
                CountRecords.of(in.accounts(), "accounts"),
                CountRecords.of(in.listings(), "listings"));
        SalesTopology.define(counted, dropping(), config);
    }

    private static Outputs dropping() {
        return new Outputs(
                dropping(Tables.SALES_HOURLY),
                dropping(Tables.SUCCESSES_HOURLY),
                dropping(Tables.ORDER_LINES),
                dropping(Tables.ORDER_PARTS),
                dropping(Tables.ORDER_EVENTS),
                dropping(Tables.ACCOUNT_EVENTS),
                dropping(Tables.LISTING_EVENTS),
                dropping(Tables.INGEST_LEDGER),
                dropping(Tables.FRESHNESS),
                dropping(Tables.DEAD_LETTERS),
                new DiscardingSink<>());
    }

    private static <T> Table<T> dropping(TableSpec<T> spec) {
        return new Table<>(spec.name(), new DiscardingSink<>(), () -> 0);
    }
}
