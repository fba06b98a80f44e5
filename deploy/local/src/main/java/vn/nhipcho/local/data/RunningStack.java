package vn.nhipcho.local.data;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a running {@code up} can be reached; other commands find it here.
 *
 * @param engines process ids of the engines that were started with it
 * @param kafka bootstrap servers, {@code host:port}
 * @param flink address of Flink's web UI and REST
 */
public record RunningStack(
        long pid, List<Long> engines, String kafka, String registry, String clickhouse, String flink) {
    /** With one more process that was started with it. */
    public RunningStack with(long engine) {
        List<Long> more = Stream.concat(engines.stream(), Stream.of(engine)).toList();
        return new RunningStack(pid, more, kafka, registry, clickhouse, flink);
    }
}
