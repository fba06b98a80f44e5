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
        run(flink, job);
        progress.show(Measured.DECODE_ONLY + ": second round");
        return run(flink, job);
    }

    private static Measurement run(LocalFlink flink, DecodeOnlyJob job) throws InterruptedException {
        var stopwatch = Stopwatch.start();
        JobExecutionResult result = flink.run(DecodeOnlyJob.NAME, job.settings(), job::define);
        return Measurement.of(Measured.DECODE_ONLY, DecodeOnlyJob.read(result), stopwatch.seconds(), null, Load.now());
    }
}
