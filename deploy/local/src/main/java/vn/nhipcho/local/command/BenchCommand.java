package vn.nhipcho.local.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.nhipcho.local.Logs;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.bench.Bench;
import vn.nhipcho.local.bench.BenchSettings;
import vn.nhipcho.local.bench.Measured;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.TemporaryDirectory;

/** {@code bench}: how fast, on this machine. */
@Command(
        name = "bench",
        subcommands = {StallCommand.class, PanelsCommand.class},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures this machine with engines of its own on free ports and the same season throughout: import (simulation "
                    + "to Kafka), decode-only (Kafka through the decoders), sales-discard (the sales job, rows dropped), "
                    + "both-jobs and end-to-end (both jobs, the sales job, until all can be queried), freshness (of a fifth "
                    + "more events, at 10, 50 and 80 %% of that rate), state (bytes an order and a cell), clickhouse-totals (the "
                    + "totals by query over the facts), sales-totals and sales-flink-sql (the totals alone: by the sales job, "
                    + "written in Flink SQL), and in a summary the peak memory of each process and the size of the job jar.",
            "growth alone (--only growth) is measured when it is asked for: processor time an event with millions of orders in "
                    + "state, which takes minutes a million.",
            "A first round of each job is not counted: it would measure how Java compiles the job.",
            "Prints one JSON object a measurement on standard output, progress on standard error."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final long FEWEST = 1_000;
    private static final long MOST = 500_000_000;
    private static final double LEAST_MILLIONS = 0.001;
    private static final double MOST_MILLIONS = 100;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many events of a simulated season are sent (default: 1000000).")
    private long events;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another season (default: 1).")
    private long seed;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "One measurement alone, without the summary: ${COMPLETION-CANDIDATES}.")
    private Measured only;

    @Option(
            names = "--growth-orders",
            paramLabel = "MILLIONS",
            split = ",",
            defaultValue = "1,2,5,10,20",
            description = "With --only growth, at how many million orders in state (default: 1,2,5,10,20).")
    private List<Double> growthOrders;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "A new folder to keep the data in (default: a temporary one, deleted at the end).")
    private Path dataDir;

    @Override
    public Integer call() throws InterruptedException {
        if (events < FEWEST || events > MOST) {
            throw new WrongUse("--events: %d is out of range; give %d to %d".formatted(events, FEWEST, MOST));
        }
        if (growthOrders.stream().anyMatch(millions -> !(millions >= LEAST_MILLIONS) || millions > MOST_MILLIONS)) {
            throw new WrongUse("--growth-orders: %s is out of range; give millions from %s to %s, such as 1,2,5"
                    .formatted(growthOrders, LEAST_MILLIONS, MOST_MILLIONS));
        }
        List<Long> orders = growthOrders.stream()
                .map(millions -> Math.round(millions * 1_000_000))
                .toList();
        DataDirectory directory = dataDir == null ? TemporaryDirectory.create() : new DataDirectory(dataDir);
        Logs.into(directory);
        new Bench(new BenchSettings(directory, events, seed, Optional.ofNullable(only), orders), System.out).run();
        return NhipCho.DONE;
    }
}
