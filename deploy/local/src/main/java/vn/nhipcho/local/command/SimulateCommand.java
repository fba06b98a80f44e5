package vn.nhipcho.local.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.Logs;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.simulation.JsonLines;
import vn.nhipcho.simulation.SeasonSimulation;
import vn.nhipcho.simulation.SimulationConfig;

/** {@code simulate}: a season as a file. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes a simulated season of Hậu Giang as JSON lines, which the source jsonl reads, and beside it the truth "
                    + "about its sellers.",
            "The same options write the same bytes."
        })
public final class SimulateCommand implements Callable<Integer> {
    private static final int PROGRESS_EVERY = 100_000;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the events go; gzipped when the name ends in .gz.")
    private Path out;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "Where the truth goes (default: beside the events, NAME.labels.ndjson).")
    private Path labels;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another season (default: 1).")
    private long seed;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "When the season ends, ISO 8601 with a zone, such as 2026-07-01T00:00:00Z (default: now).")
    private String until;

    @Option(names = "--months", paramLabel = "N", description = "How long it is (default: 18).")
    private Integer months;

    @Option(names = "--accounts", paramLabel = "N", description = "Registered accounts (default: 58000).")
    private Integer accounts;

    @Option(names = "--sellers", paramLabel = "N", description = "Accounts that trade (default: 450).")
    private Integer sellers;

    @Option(names = "--scale", paramLabel = "X", description = "Times as many orders (default: 1).")
    private Double scale;

    @Override
    public Integer call() {
        Logs.nowhere();
        SimulationConfig config = config();
        var season = new SeasonSimulation(config);
        long events = writeEvents(season);
        Path truth = labels != null ? labels : labelsBeside(out);
        try (var lines = new JsonLines(open(truth))) {
            for (var label : season.labels().sellers()) {
                lines.write(label);
            }
        } catch (IOException e) {
            throw new Failure("Cannot write " + truth, e);
        }
        System.out.printf(
                "%d events from %s to %s in %s, the truth about %d sellers in %s%n",
                events,
                config.start(),
                config.end(),
                out,
                season.labels().sellers().size(),
                truth);
        return NhipCho.DONE;
    }

    private long writeEvents(SeasonSimulation season) {
        long events = 0;
        try (var lines = new JsonLines(open(out))) {
            for (var each = season.eventsUntilEnd(); each.hasNext(); ) {
                lines.write(each.next());
                if (++events % PROGRESS_EVERY == 0) {
                    System.err.println(events + " events written");
                }
            }
            return events;
        } catch (IOException e) {
            throw new Failure("Cannot write " + out, e);
        }
    }

    private SimulationConfig config() {
        try {
            var config = SimulationConfig.upTo(until == null ? Instant.now() : Instant.parse(until))
                    .withSeed(seed);
            return new SimulationConfig(
                    config.seed(),
                    config.end(),
                    months != null ? months : config.months(),
                    accounts != null ? accounts : config.accounts(),
                    sellers != null ? sellers : config.tradingSellers(),
                    scale != null ? scale : config.orderScale());
        } catch (DateTimeException e) {
            throw new WrongUse("--until: '%s' is no time; write it like 2026-07-01T00:00:00Z".formatted(until));
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e.getMessage());
        }
    }

    private static OutputStream open(Path file) throws IOException {
        var bytes = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes;
    }

    private static Path labelsBeside(Path events) {
        String name = events.getFileName().toString().replaceFirst("(\\.jsonl|\\.ndjson|\\.json)?(\\.gz)?$", "");
        return events.resolveSibling(name + ".labels.ndjson");
    }
}
