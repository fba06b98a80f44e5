package vn.nhipcho.local.bench;

import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.util.ParameterTool;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.local.flink.LocalFlink;
import vn.nhipcho.local.run.ProgressLine;
import vn.nhipcho.local.run.Stack;

/**
 * Measures reading and decoding alone. A first round is not counted: it would measure how the JVM compiles the decoders,
 * which the sales job after it then has for nothing.
 */
final class DecodeOnly {
    private DecodeOnly() {}

    static Measurement measure(Stack stack, LocalFlink flink, ProgressLine progress) throws InterruptedException {
        var job = new DecodeOnlyJob(JobConfig.of(ParameterTool.fromMap(stack.jobArguments()), System.getenv()));
        progress.show(Measured.DECODE_ONLY + ": first round, which is not counted");
        run(stack, flink, job);
        progress.show(Measured.DECODE_ONLY + ": second round");
        return run(stack, flink, job);
    }

    private static Measurement run(Stack stack, LocalFlink flink, DecodeOnlyJob job) throws InterruptedException {
        var meter = Meter.start(stack);
        JobExecutionResult result = flink.run(DecodeOnlyJob.NAME, job.settings(), job::define);
        return meter.stop(Measured.DECODE_ONLY, DecodeOnlyJob.read(result), null);
    }
}
