package vn.nhipcho.local.bench;

import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.util.ParameterTool;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.job.JobSettings;
import vn.nhipcho.local.flink.LocalFlink;
import vn.nhipcho.local.run.ProgressLine;
import vn.nhipcho.local.run.Stack;

/** Measures the sales job with outputs that drop, from its submission to its end; a first round is not counted. */
final class SalesDiscard {
    private SalesDiscard() {}

    static Measurement measure(Stack stack, LocalFlink flink, ProgressLine progress) throws InterruptedException {
        var config = JobConfig.of(ParameterTool.fromMap(stack.jobArguments()), System.getenv());
        progress.show(Measured.SALES_DISCARD + ": first round, which is not counted");
        run(stack, flink, config);
        progress.show(Measured.SALES_DISCARD + ": second round");
        return run(stack, flink, config);
    }

    private static Measurement run(Stack stack, LocalFlink flink, JobConfig config) throws InterruptedException {
        var meter = Meter.start(stack);
        JobExecutionResult result = flink.run(
                SalesDiscardJob.NAME,
                JobSettings.of(config),
                environment -> SalesDiscardJob.define(environment, config));
        return meter.stop(Measured.SALES_DISCARD, CountRecords.read(result), null);
    }
}
