package vn.nhipcho.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.util.ParameterTool;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Tables;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.local.bench.flinksql.FlinkSqlJob;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.flink.LocalFlink;
import vn.nhipcho.local.flink.LocalFlinkSettings;
import vn.nhipcho.local.run.ProgressLine;
import vn.nhipcho.local.run.Stack;
import vn.nhipcho.model.SalesMeasure;
import vn.nhipcho.topology.Inputs;

/**
 * The totals of {@code sales} by Flink SQL, from the submission of its job until the last row is in ClickHouse; and how far
 * they are those of the sales job, which must have read the same events before.
 *
 * @param cells of either
 * @param cellsThatDiffer by measure: those that have another value, or are not there at all
 */
@JsonNaming(SnakeCaseStrategy.class)
record FlinkSql(
        @JsonUnwrapped Measurement measurement,
        @JsonProperty long cells,
        @JsonProperty SortedMap<String, Long> cellsThatDiffer) {
    private static final String DATABASE = "bench_flink_sql";
    private static final String KEY =
            "grouping, hour, platform, province, district, commune, commodity, cooperative, seller_type";

    /** From empty tables and state both times; the first round is not counted. */
    static FlinkSql measure(Stack stack, LocalFlink flink, ProgressLine progress)
            throws InterruptedException, SqlRefused {
        var job = new FlinkSqlJob(config(stack), DATABASE);
        progress.show(Measured.SALES_FLINK_SQL + ": first round, which is not counted");
        run(stack, flink, job);
        progress.show(Measured.SALES_FLINK_SQL + ": second round");
        Measurement measurement = run(stack, flink, job);
        long[] counts = compare(stack.clickhouse());
        stack.clickhouse().rows("DROP DATABASE " + DATABASE);
        SortedMap<String, Long> differ = new TreeMap<>();
        for (SalesMeasure measure : SalesMeasure.values()) {
            differ.put(column(measure), counts[1 + measure.ordinal()]);
        }
        return new FlinkSql(measurement, counts[0], differ);
    }

    FlinkSql comparedWith(Measurement decodeOnly) {
        return new FlinkSql(measurement.comparedWith(decodeOnly), cells, cellsThatDiffer);
    }

    /** As {@link LocalFlink} gives it to the sales job. */
    private static JobConfig config(Stack stack) {
        Map<String, String> arguments = new HashMap<>(LocalFlinkSettings.JOB_DEFAULTS);
        arguments.putAll(stack.jobArguments());
        return JobConfig.of(ParameterTool.fromMap(arguments), System.getenv());
    }

    private static Measurement run(Stack stack, LocalFlink flink, FlinkSqlJob job)
            throws InterruptedException, SqlRefused {
        stack.clickhouse().rows("DROP DATABASE IF EXISTS " + DATABASE);
        stack.clickhouse().rows("CREATE DATABASE " + DATABASE);
        for (String table : List.of(Tables.SALES_HOURLY.name(), "refused_rows")) {
            stack.clickhouse().rows("CREATE TABLE %s.%s AS %s.%2$s".formatted(DATABASE, table, ClickHouseConfig.RAW));
        }
        var meter = Meter.start(stack);
        JobExecutionResult result = flink.run(FlinkSqlJob.NAME, job.settings(), env -> {
            var in = Inputs.soFar(env, job.config().kafka(), FlinkSqlJob.NAME);
            job.define(env, CountRecords.of(in));
        });
        return meter.stop(Measured.SALES_FLINK_SQL, CountRecords.read(result), null);
    }

    /** How many cells there are, and how many differ in each measure. */
    private static long[] compare(ClickHouseHttp clickhouse) throws SqlRefused {
        String measures = Arrays.stream(SalesMeasure.values())
                .map(measure -> "sum(sign * %1$s) AS d_%1$s".formatted(column(measure)))
                .collect(Collectors.joining(", "));
        String differ = Arrays.stream(SalesMeasure.values())
                .map(measure -> "countIf(d_%s != 0)".formatted(column(measure)))
                .collect(Collectors.joining(", "));
        String sql = """
                SELECT count(), %s FROM
                (
                    SELECT %s FROM
                    (
                        SELECT *, 1 AS sign FROM %s.sales_hourly FINAL
                        UNION ALL
                        SELECT *, -1 AS sign FROM %s.sales_hourly FINAL
                    )
                    GROUP BY %s
                )
                """.formatted(differ, measures, ClickHouseConfig.RAW, DATABASE, KEY);
        return Arrays.stream(clickhouse.rows(sql).get(0))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private static String column(SalesMeasure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }
}
