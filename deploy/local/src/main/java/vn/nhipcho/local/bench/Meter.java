package vn.nhipcho.local.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import vn.nhipcho.local.run.Stack;

/** Time and processor time of a measurement, from its start on. */
final class Meter {
    private static final String THIS = "nhip-cho";

    private final Map<String, Long> processes;
    private final ProcessorTime before;
    private final OptionalDouble jitBefore;
    private final Stopwatch stopwatch;

    private Meter(Map<String, Long> processes) {
        this.processes = processes;
        this.before = ProcessorTime.now(processes);
        this.jitBefore = JitTime.seconds();
        this.stopwatch = Stopwatch.start();
    }

    static Meter start(Stack stack) {
        return new Meter(processes(stack));
    }

    /** Leaves the engines out. */
    static Meter ofThisCommand() {
        return new Meter(Map.of(THIS, ProcessHandle.current().pid()));
    }

    /** The engines and this process, in which Flink and the registry are, by name. */
    static Map<String, Long> processes(Stack stack) {
        Map<String, Long> processes = new HashMap<>(stack.processes());
        processes.put(THIS, ProcessHandle.current().pid());
        return processes;
    }

    double seconds() {
        return stopwatch.seconds();
    }

    Measurement stop(Measured measured, long events, Double firstRow) {
        double seconds = stopwatch.seconds();
        var used = ProcessorTime.now(processes).secondsSince(before);
        return Measurement.of(measured, events, seconds, firstRow, Load.now()).using(used, jitSeconds());
    }

    private Double jitSeconds() {
        OptionalDouble now = JitTime.seconds();
        return now.isEmpty()
                ? null
                : Double.valueOf(Math.round((now.getAsDouble() - jitBefore.getAsDouble()) * 100) / 100.0);
    }
}
