package vn.nhipcho.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.util.ParameterTool;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.job.JobSettings;
import vn.nhipcho.local.flink.LocalFlink;
import vn.nhipcho.local.run.ProgressLine;
import vn.nhipcho.local.run.Stack;
import vn.nhipcho.model.Topics;
import vn.nhipcho.source.RawRecord;
import vn.nhipcho.topology.Inputs;

/**
 * What an event costs the sales job, rows dropped, when so many orders are in its state.
 *
 * @param orders that had been seen when the measurement began
 * @param updates the orders to which five in six of the events belong; the others are new
 * @param stateBytes RocksDB's files at its end, of all operators
 */
@JsonNaming(SnakeCaseStrategy.class)
record Growth(
        @JsonUnwrapped Measurement measurement,
        @JsonProperty long orders,
        @JsonProperty GrowthPlan.Updates updates,
        @JsonProperty long stateBytes,
        @JsonProperty double bytesPerOrder)
        implements Serializable {
    private static final String NAME = "bench-growth";

    static List<Growth> measure(BenchSettings asked, Stack stack, LocalFlink flink, ProgressLine progress)
            throws InterruptedException {
        var config = JobConfig.of(ParameterTool.fromMap(stack.jobArguments()), System.getenv());
        var plan = GrowthPlan.of(asked.growthOrders());
        var settings = JobSettings.of(config);
        // The marks would not know where they are after a restart.
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        progress.show("%s: %,d events".formatted(Measured.GROWTH, plan.events()));
        return GrowthMarks.measured(flink.run(NAME, settings, env -> {
            var registry = config.registry();
            var pushes = GrowthRecords.of(
                            env, Topics.ORDERS, plan.events(), place -> GrowthEvents.order(plan, place), registry)
                    .map(new GrowthMarks(plan, asked.directory().flinkScratch()))
                    .returns(RawRecord.class)
                    .setParallelism(1)
                    .uid("marks");
            var accounts =
                    GrowthRecords.of(env, Topics.ACCOUNTS, GrowthEvents.SELLERS, GrowthEvents::account, registry);
            SalesDiscardJob.define(
                    new Inputs(pushes, accounts, accounts.filter(none -> false).uid("no-listings")), config);
        }));
    }
}
