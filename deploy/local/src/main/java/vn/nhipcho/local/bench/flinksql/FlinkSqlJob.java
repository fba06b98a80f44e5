package vn.nhipcho.local.bench.flinksql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.config.AggregatePhaseStrategy;
import org.apache.flink.table.api.config.ExecutionConfigOptions;
import org.apache.flink.table.api.config.OptimizerConfigOptions;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.types.Row;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.ClickHouseSink;
import vn.nhipcho.clickhouse.TableVersions;
import vn.nhipcho.clickhouse.Tables;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.job.JobSettings;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.CellRow;
import vn.nhipcho.model.ListingChange;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.source.Decode;
import vn.nhipcho.source.Decoders;
import vn.nhipcho.topology.Inputs;
import vn.nhipcho.topology.OperatorId;

/**
 * The peer of the sales job: its sources, decoders, settings and sink, and between them Flink SQL. It makes the totals of
 * {@code sales} alone: no facts, no successes, no ledger, no dead letters.
 */
public record FlinkSqlJob(JobConfig config, String database) {
    private static final String QUERY = "/vn/nhipcho/local/bench/flinksql.sql";

    /** Those of every job, and what Flink's handbook advises for aggregates ("Performance Tuning"). */
    public Configuration settings() {
        Configuration settings = JobSettings.of(config);
        settings.set(ExecutionConfigOptions.TABLE_EXEC_UID_GENERATION, ExecutionConfigOptions.UidGeneration.ALWAYS);
        settings.set(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_ENABLED, true);
        settings.set(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_ALLOW_LATENCY, Duration.ofSeconds(1));
        settings.set(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_SIZE, 20_000L);
        settings.set(OptimizerConfigOptions.TABLE_OPTIMIZER_AGG_PHASE_STRATEGY, AggregatePhaseStrategy.TWO_PHASE);
        settings.set(OptimizerConfigOptions.TABLE_OPTIMIZER_DISTINCT_AGG_SPLIT_ENABLED, true);
        return settings;
    }

    public void define(StreamExecutionEnvironment env, Inputs in) {
        var tables = StreamTableEnvironment.create(env);
        var orders = Decode.attach(
                in.orders(),
                OperatorId.DECODE_ORDERS,
                Decoders.orders(config.registry(), config.currency()),
                OrderPush.class);
        var accounts = Decode.attach(
                in.accounts(),
                OperatorId.DECODE_ACCOUNTS,
                Decoders.accounts(config.registry(), config.zone()),
                AccountChange.class);
        var listings = Decode.attach(
                in.listings(), OperatorId.DECODE_LISTINGS, Decoders.listings(config.registry()), ListingChange.class);
        tables.createTemporaryView(
                "orders",
                tables.fromDataStream(
                        rows(orders.accepted(), DecodedRows::of, DecodedRows.ORDERS),
                        Schema.newBuilder()
                                .columnByExpression("rowtime", "TO_TIMESTAMP_LTZ(occurred_at, 3)")
                                .watermark("rowtime", "rowtime")
                                .build()));
        tables.createTemporaryView(
                "accounts", tables.fromDataStream(rows(accounts.accepted(), DecodedRows::of, DecodedRows.ACCOUNTS)));
        tables.createTemporaryView(
                "listings", tables.fromDataStream(rows(listings.accepted(), DecodedRows::of, DecodedRows.LISTINGS)));
        tables.createTemporarySystemFunction("grams", ConvertUnits.toGrams());
        tables.createTemporarySystemFunction("pieces", ConvertUnits.toPieces());
        write(tables.toChangelogStream(totals(tables)));
    }

    private static <T> DataStream<RowData> rows(
            SingleOutputStreamOperator<T> decoded, MapFunction<T, RowData> mapping, InternalTypeInfo<RowData> type) {
        return decoded.map(mapping).returns(type).uid("row-" + decoded.getName());
    }

    /** Runs all statements but the last, which is the query. */
    private static Table totals(StreamTableEnvironment tables) {
        String[] statements = statements();
        for (int i = 0; i < statements.length - 1; i++) {
            tables.executeSql(statements[i]);
        }
        return tables.sqlQuery(statements[statements.length - 1]);
    }

    private static String[] statements() {
        try (InputStream in = FlinkSqlJob.class.getResourceAsStream(QUERY)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(DataStream<Row> changes) {
        ClickHouseConfig clickhouse = config.clickhouse().in(database);
        changes.flatMap(new CellRows(TableVersions.attemptStart(clickhouse, Tables.SALES_HOURLY)))
                .returns(CellRow.class)
                .uid("cell-rows")
                .sinkTo(new ClickHouseSink<>(clickhouse, Tables.SALES_HOURLY))
                .uid("table-" + Tables.SALES_HOURLY.name());
    }
}
