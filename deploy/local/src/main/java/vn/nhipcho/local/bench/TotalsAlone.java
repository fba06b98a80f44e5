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
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Tables;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.job.JobSettings;
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
 * A job that writes {@code sales_hourly} and nothing else into a database of its own, from its submission until the last row is
 * there; and how far these totals are those of the sales job, which must have read the same events before.
 *
 * @param cells of either
 * @param cellsThatDiffer by measure: those that have another value, or are not there at all
 */
@JsonNaming(SnakeCaseStrategy.class)
record TotalsAlone(
        @JsonUnwrapped Measurement measurement,
        @JsonProperty long cells,
        @JsonProperty SortedMap<String, Long> cellsThatDiffer) {
    private static final String DATABASE = "bench_sales";
    private static final String KEY =
            "grouping, hour, platform, province, district, commune, commodity, cooperative, seller_type";

    /** The sales job, all other rows dropped. */
    static TotalsAlone bySales(Stack stack, LocalFlink flink, ProgressLine progress)
            throws InterruptedException, SqlRefused {
        JobConfig config = config(stack);
        var totals = config.clickhouse().in(DATABASE);
        return measure(
                Measured.SALES_TOTALS,
                new Job(JobSettings.of(config), (env, in) -> SalesDiscardJob.defineTotals(in, totals, config)),
                config,
                new Run(stack, flink, progress));
    }

    /** The peer. */
    static TotalsAlone byFlinkSql(Stack stack, LocalFlink flink, ProgressLine progress)
            throws InterruptedException, SqlRefused {
        JobConfig config = config(stack);
        var peer = new FlinkSqlJob(config, DATABASE);
        return measure(
                Measured.SALES_FLINK_SQL,
                new Job(peer.settings(), peer::define),
                config,
                new Run(stack, flink, progress));
    }

    private record Job(Configuration settings, BiConsumer<StreamExecutionEnvironment, Inputs> definition) {}

    private record Run(Stack stack, LocalFlink flink, ProgressLine progress) {}

    /** From empty tables and state both times; the first round is not counted. */
    private static TotalsAlone measure(Measured measured, Job job, JobConfig config, Run run)
            throws InterruptedException, SqlRefused {
        run.progress.show(measured + ": first round, which is not counted");
        once(measured, job, config, run);
        run.progress.show(measured + ": second round");
        Measurement measurement = once(measured, job, config, run);
        long[] counts = compare(run.stack.clickhouse());
        run.stack.clickhouse().rows("DROP DATABASE " + DATABASE);
        SortedMap<String, Long> differ = new TreeMap<>();
        for (SalesMeasure measure : SalesMeasure.values()) {
            differ.put(column(measure), counts[1 + measure.ordinal()]);
        }
        return new TotalsAlone(measurement, counts[0], differ);
    }

    private static Measurement once(Measured measured, Job job, JobConfig config, Run run)
            throws InterruptedException, SqlRefused {
        ClickHouseHttp clickhouse = run.stack.clickhouse();
        clickhouse.rows("DROP DATABASE IF EXISTS " + DATABASE);
        clickhouse.rows("CREATE DATABASE " + DATABASE);
        for (String table : List.of(Tables.SALES_HOURLY.name(), "refused_rows")) {
            clickhouse.rows("CREATE TABLE %s.%s AS %s.%2$s".formatted(DATABASE, table, ClickHouseConfig.RAW));
        }
        String name = "bench-" + measured;
        var meter = Meter.start(run.stack);
        JobExecutionResult result = run.flink.run(
                name,
                job.settings,
                env -> job.definition.accept(env, CountRecords.of(Inputs.soFar(env, config.kafka(), name))));
        return meter.stop(measured, CountRecords.read(result), null);
    }

    TotalsAlone comparedWith(Measurement decodeOnly) {
        return new TotalsAlone(measurement.comparedWith(decodeOnly), cells, cellsThatDiffer);
    }

    /** As {@link LocalFlink} gives it to the sales job. */
    private static JobConfig config(Stack stack) {
        Map<String, String> arguments = new HashMap<>(LocalFlinkSettings.JOB_DEFAULTS);
        arguments.putAll(stack.jobArguments());
        return JobConfig.of(ParameterTool.fromMap(arguments), System.getenv());
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
