package vn.nhipcho.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.local.Command.Result;
import vn.nhipcho.local.data.DataDirectory;

class BenchIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    @Test
    void measuresTheSameEventsAllTheWayAndKeepsToItsOwnData() throws Exception {
        var directory = new DataDirectory(folder.resolve("bench"));

        Result bench = Command.run(directory, "bench", "--events", "5000");

        assertThat(bench.exit()).as(bench.err()).isZero();
        List<JsonNode> measurements = new ArrayList<>();
        for (String line : bench.out().lines().toList()) {
            measurements.add(JSON.readTree(line));
        }
        assertThat(measurements)
                .extracting(measurement -> measurement.get("measurement").asText())
                .containsExactly(
                        "import",
                        "decode-only",
                        "sales-discard",
                        "both-jobs",
                        "end-to-end",
                        "freshness",
                        "freshness",
                        "freshness",
                        "state",
                        "clickhouse-totals",
                        "sales-totals",
                        "sales-flink-sql",
                        "summary");
        assertThat(measurements.subList(0, 5))
                .extracting(measurement -> measurement.get("events").asLong())
                .containsOnly(5_000L);
        assertThat(measurements.subList(2, 5))
                .allSatisfy(job ->
                        assertThat(job.get("rate_to_decode_only").asDouble()).isPositive());
        assertThat(measurements.subList(3, 5))
                .allSatisfy(job ->
                        assertThat(job.get("seconds_to_first_row").asDouble()).isPositive());
        List<JsonNode> freshness = measurements.subList(5, 8);
        assertThat(freshness)
                .extracting(load -> load.get("load").asDouble(), load -> load.get("events")
                        .asLong())
                .containsExactly(tuple(0.1, 71L), tuple(0.5, 357L), tuple(0.8, 571L));
        assertThat(freshness).allSatisfy(load -> {
            assertThat(load.get("orders").asLong()).isPositive();
            assertThat(load.get("p99_seconds").asDouble())
                    .isBetween(
                            load.get("p50_seconds").asDouble(),
                            load.get("slowest_seconds").asDouble());
        });
        JsonNode state = measurements.get(8);
        assertThat(state.get("bytes_per_order").asDouble()).isPositive();
        assertThat(state.get("bytes_per_cell").asDouble()).isPositive();
        // Refused where it differs from the job's totals.
        assertThat(measurements.get(9).get("events").asLong()).isEqualTo(5_999);
        assertThat(measurements.get(9).get("cpu_seconds").get("ClickHouse").asDouble())
                .isPositive();

        // The peer would prove nothing with other figures.
        assertThat(measurements.subList(10, 12)).allSatisfy(totals -> {
            assertThat(totals.get("events").asLong()).isEqualTo(5_999);
            assertThat(totals.get("cells").asLong()).isPositive();
            assertThat(totals.get("cells_that_differ"))
                    .containsOnly(JSON.getNodeFactory().numberNode(0));
        });
        assertThat(measurements
                        .get(12)
                        .get("cpu_of_sales_flink_sql_to_sales_totals")
                        .asDouble())
                .isPositive();

        Result rows = Command.run(
                directory,
                "query",
                "SELECT sum(consumed), sum(applied), sum(dead) FROM market.ledger FORMAT TabSeparated");
        assertThat(rows.out()).as(rows.err()).isEqualTo("5999\t5999\t0\n");

        Result again = Command.run(directory, "bench");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("give a new folder");
    }

    @Test
    void measuresTheSalesJobWithStateOfEachSizeAskedFor() throws Exception {
        var directory = new DataDirectory(folder.resolve("growth"));

        Result bench = Command.run(directory, "bench", "--only", "growth", "--growth-orders", "0.004,0.002");

        assertThat(bench.exit()).as(bench.err()).isZero();
        List<JsonNode> sizes = new ArrayList<>();
        for (String line : bench.out().lines().toList()) {
            sizes.add(JSON.readTree(line));
        }
        assertThat(sizes)
                .extracting(
                        size -> size.get("measurement").asText(),
                        size -> size.get("orders").asLong(),
                        size -> size.get("updates").asText(),
                        size -> size.get("events").asLong())
                .containsExactly(
                        tuple("growth", 2_000L, "recent", 1_000L),
                        tuple("growth", 2_000L, "anywhere", 1_000L),
                        tuple("growth", 4_000L, "recent", 2_000L),
                        tuple("growth", 4_000L, "anywhere", 2_000L));
        assertThat(sizes).allSatisfy(size -> {
            assertThat(size.get("cpu_seconds").size()).isEqualTo(1);
            assertThat(size.get("cpu_seconds_per_million_events").asDouble()).isPositive();
        });
    }

    @Test
    void opensEveryPanelOfEveryDashboardOnASeasonWhoseTotalsAddUp() throws Exception {
        var directory = new DataDirectory(folder.resolve("panels"));

        Result bench = Command.run(directory, "bench", "panels", "--lines", "4000", "--runs", "2");

        assertThat(bench.exit()).as(bench.err()).isZero();
        long panels = RenderedDashboard.all().stream()
                .filter(dashboard -> dashboard.language().equals("vi"))
                .flatMap(dashboard -> dashboard.panels().stream())
                .filter(panel -> !panel.targets().isEmpty())
                .count();
        List<String> lines = bench.out().lines().toList();
        assertThat(lines).hasSize(Math.toIntExact(panels) + 1);
        JsonNode summary = JSON.readTree(lines.get(lines.size() - 1));
        assertThat(summary.get("panels").asLong()).isEqualTo(panels);
        assertThat(summary.get("order_lines").asLong()).isEqualTo(4_000);

        Result reconcile = Command.run(directory, "reconcile");
        assertThat(reconcile.exit()).as(reconcile.out()).isZero();
    }
}
