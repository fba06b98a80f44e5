package vn.nhipcho.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Migrations;
import vn.nhipcho.clickhouse.ReferenceTables;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.dashboards.rendered.RenderedPanel;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.embedded.clickhouse.ServerOptions;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.simulation.SeasonSimulation;
import vn.nhipcho.simulation.SimulatedReference;
import vn.nhipcho.simulation.SimulationConfig;

/** Opens every dashboard on a large season, one panel after the other, and tells how long each takes. */
public final class PanelsBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CURRENCY = "VND";

    private final long orderLines;
    private final int runs;
    private final PrintStream out;
    private final ZoneId zone = ZoneId.of(vn.nhipcho.local.data.Deployment.DEFAULT_ZONE);

    public PanelsBench(long orderLines, int runs, PrintStream out) {
        this.orderLines = orderLines;
        this.runs = runs;
        this.out = out;
    }

    /** @param directory new, or of an earlier run, which is then only measured again */
    public void run(DataDirectory directory) {
        try (var engine = EmbeddedClickHouse.start(ServerOptions.at(directory.clickhouse()))) {
            var clickhouse = ClickHouseConfig.at(engine.url());
            setUp(clickhouse, directory);
            var http = new ClickHouseHttp(clickhouse);
            var season = new LargeSeason(http);
            long there = season.orderLines();
            if (there == 0) {
                season.fill(orderLines);
            } else if (there != orderLines) {
                throw new Failure("%s holds %d order lines: give --lines %2$d, or another --data-dir"
                        .formatted(directory.root(), there));
            }
            measure(http);
        } catch (SQLException | IOException e) {
            throw new Failure("The season could not be set up", e);
        } catch (SqlRefused refused) {
            throw new Failure(refused.getMessage());
        }
    }

    private void setUp(ClickHouseConfig clickhouse, DataDirectory directory) throws SQLException, IOException {
        Migrations.apply(clickhouse, MigrationParameters.oneNode(zone, CURRENCY));
        SimulatedReference.write(new SeasonSimulation(SimulationConfig.upTo(Instant.now())), directory.reference());
        ReferenceTables.load(clickhouse, directory.reference());
        Deployment.markSimulated(clickhouse);
    }

    private void measure(ClickHouseHttp clickhouse) throws SqlRefused {
        List<PanelTime> times = new ArrayList<>();
        for (RenderedDashboard rendered : RenderedDashboard.all()) {
            // The other languages ask the same.
            if (rendered.language().equals("vi")) {
                var dashboard = OpenedDashboard.open(rendered, clickhouse, Instant.now(), zone);
                for (RenderedPanel panel : dashboard.panels()) {
                    PanelTime time = time(dashboard, panel, clickhouse);
                    times.add(time);
                    print(time);
                }
            }
        }
        print(PanelTimes.of(times, orderLines));
    }

    private PanelTime time(OpenedDashboard dashboard, RenderedPanel panel, ClickHouseHttp clickhouse)
            throws SqlRefused {
        List<String> queries = dashboard.queries(panel);
        List<Double> millis = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            var watch = Stopwatch.start();
            for (String query : queries) {
                clickhouse.rows(query);
            }
            millis.add(Math.round(watch.seconds() * 10_000) / 10.0);
        }
        return new PanelTime(dashboard.uid(), panel.title(), millis);
    }

    private void print(Object measurement) {
        try {
            out.println(JSON.writeValueAsString(measurement));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
