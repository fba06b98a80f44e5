package vn.nhipcho.local.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.local.NhipChoProcess;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.simulation.JsonLines;
import vn.nhipcho.simulation.SeasonSimulation;
import vn.nhipcho.simulation.SimulatedReference;
import vn.nhipcho.simulation.SimulationConfig;

/** A season of a few sellers up to now, with its cooperatives, streamed through everything into a data directory. */
final class SmallSeason {
    private static final int MONTHS = 15;
    private static final int ACCOUNTS = 1_500;
    private static final int SELLERS = 60;

    private SmallSeason() {}

    static void stream(Path folder, DataDirectory directory) throws IOException {
        var config = SimulationConfig.upTo(Instant.now());
        var season = new SeasonSimulation(
                new SimulationConfig(config.seed(), config.end(), MONTHS, ACCOUNTS, SELLERS, config.orderScale()));
        Path events = folder.resolve("season.jsonl");
        try (OutputStream out = Files.newOutputStream(events);
                var lines = new JsonLines(out)) {
            for (var each = season.eventsUntilEnd(); each.hasNext(); ) {
                lines.write(each.next());
            }
        }
        SimulatedReference.write(season, directory.reference());
        var up = NhipChoProcess.up(directory.root(), "--source", "jsonl:" + events, "--once")
                .await();
        if (up.exitCode() != 0) {
            throw new IllegalStateException(up.out() + up.err());
        }
    }

    static void markSimulated(ClickHouseConfig clickhouse) throws SQLException {
        Deployment.markSimulated(clickhouse);
    }
}
