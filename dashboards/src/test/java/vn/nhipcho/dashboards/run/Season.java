package vn.nhipcho.dashboards.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Migrations;
import vn.nhipcho.clickhouse.Reconcile;
import vn.nhipcho.clickhouse.ReferenceTables;
import vn.nhipcho.dashboards.Module;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;

/** An engine with the real tables and views and the season of {@code src/test/resources/season} in them. */
final class Season implements AutoCloseable {
    private static final Path FILES = Module.DIRECTORY.resolve("src/test/resources/season");
    private static final List<List<String>> GROUPING_SETS = List.of(
            List.of(),
            List.of("platform"),
            List.of("province"),
            List.of("district"),
            List.of("commune"),
            List.of("commodity"),
            List.of("cooperative"),
            List.of("seller_type"),
            List.of("district", "commodity"),
            List.of("district", "cooperative"),
            List.of("commune", "commodity"),
            List.of("commodity", "cooperative"));

    private final EmbeddedClickHouse engine;
    private final ClickHouseConfig config;
    private final ClickHouse clickHouse;

    private Season(EmbeddedClickHouse engine) {
        this.engine = engine;
        this.config = ClickHouseConfig.at(engine.url());
        this.clickHouse = new ClickHouse(engine.url());
    }

    static Season start(Path dataDir) throws IOException, SQLException {
        Season season = new Season(EmbeddedClickHouse.start(dataDir));
        season.load();
        return season;
    }

    ClickHouse clickHouse() {
        return clickHouse;
    }

    private void load() throws IOException, SQLException {
        Migrations.apply(config, MigrationParameters.oneNode(ZoneId.of("Asia/Ho_Chi_Minh"), "VND"));
        ReferenceTables.load(config, FILES.resolve("reference"));
        Deployment.markSimulated(config);
        clickHouse.run("CREATE DATABASE season");
        clickHouse.run("CREATE TABLE season.orders AS market_raw.order_lines ENGINE = Memory");
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".tsv")).toList()) {
                String name = file.getFileName().toString().replace(".tsv", "");
                String table = name.equals("orders") ? "season.orders" : "market_raw." + name;
                clickHouse.run("INSERT INTO " + table + " FORMAT TabSeparatedWithNames\n" + Files.readString(file));
            }
        }
        String sets = GROUPING_SETS.stream()
                .map(set -> set.isEmpty()
                        ? "('all', CAST([] AS Array(String)))"
                        : "('" + String.join("_", set) + "', ['" + String.join("', '", set) + "'])")
                .collect(Collectors.joining(", ", "[", "]"));
        for (String statement : Files.readString(FILES.resolve("facts.sql")).split(";\\s*\\n")) {
            clickHouse.run(statement.replace("${sets}", sets));
        }
        Reconcile.Result reconciled = Reconcile.run(config);
        assertThat(reconciled.first())
                .as("totals of the season against its facts")
                .isEmpty();
        assertThat(reconciled.cells()).isPositive();
    }

    @Override
    public void close() {
        engine.close();
    }
}
