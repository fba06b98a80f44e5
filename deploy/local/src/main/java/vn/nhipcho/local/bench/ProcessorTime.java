package vn.nhipcho.local.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What processes have used of the processors so far, in user and kernel mode, all their threads together. */
record ProcessorTime(Map<String, Duration> byProcess) {

    /** Of a process that has ended or that the system tells nothing about, nothing. */
    static ProcessorTime now(Map<String, Long> processes) {
        Map<String, Duration> used = new HashMap<>();
        processes.forEach((name, pid) -> ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .ifPresent(time -> used.put(name, time)));
        return new ProcessorTime(Map.copyOf(used));
    }

    /** Seconds by process between an earlier reading and this one. */
    SortedMap<String, Double> secondsSince(ProcessorTime earlier) {
        SortedMap<String, Double> seconds = new TreeMap<>();
        byProcess.forEach((name, time) -> {
            Duration before = earlier.byProcess.get(name);
            if (before != null) {
                seconds.put(name, time.minus(before).toMillis() / 1e3);
            }
        });
        return seconds;
    }
}
