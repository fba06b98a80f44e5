package vn.nhipcho.local.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.nhipcho.local.Logs;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.bench.PanelsBench;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.TemporaryDirectory;

/** {@code bench panels}: how long the dashboards take. */
@Command(
        name = "panels",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Fills a ClickHouse of its own with a season of that many order lines, opens every dashboard on it and prints how "
                    + "long each panel takes, and all of them together.",
            "Prints one JSON object a panel on standard output, progress on standard error. Ten million order lines take some "
                    + "minutes and about 3 GB of disk."
        })
public final class PanelsCommand implements Callable<Integer> {
    private static final long MOST = 1_000_000_000;

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "Order lines in eighteen months (default: 10000000).")
    private long lines;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "5", description = "Runs of each panel (default: 5).")
    private int runs;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "A new folder to keep the data in, or that of an earlier run to measure it again (default: a "
                    + "temporary one, deleted at the end).")
    private Path dataDir;

    @Override
    public Integer call() {
        if (lines < 1 || lines > MOST) {
            throw new WrongUse("--lines: %d is out of range; give 1 to %d".formatted(lines, MOST));
        }
        if (runs < 1) {
            throw new WrongUse("--runs: %d is out of range; give 1 or more".formatted(runs));
        }
        DataDirectory directory = dataDir == null ? TemporaryDirectory.create() : new DataDirectory(dataDir);
        Logs.into(directory);
        new PanelsBench(lines, runs, System.out).run(directory);
        return NhipCho.DONE;
    }
}
