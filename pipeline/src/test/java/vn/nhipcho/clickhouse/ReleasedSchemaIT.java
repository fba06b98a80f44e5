package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhipcho.release.Database;
import vn.nhipcho.release.Release;

/** The tables of each release, as files: migrations make them from nothing, and later ones keep their rows. */
class ReleasedSchemaIT {
    /** What the next release may do: it shows that rows are kept where there is no later migration yet. */
    private static final Migration NEXT = new Migration(9_998, "a_measure_more", """
            ALTER TABLE market_raw.sales_hourly ADD COLUMN IF NOT EXISTS gifts Int64 DEFAULT 7;
            ALTER TABLE market_raw.order_parts MODIFY COLUMN payment_method String COMMENT 'as the marketplace writes it';
            CREATE OR REPLACE VIEW market.gifts AS SELECT hour, sum(gifts) AS gifts FROM market_raw.sales_hourly FINAL GROUP BY hour;
            """);

    private static Engine engine;
    private static Database database;

    static List<Release> releases() {
        return Release.all();
    }

    @BeforeAll
    static void start(@TempDir Path dataDir) throws Exception {
        engine = Engine.start(dataDir);
        database = new Database(engine.config().url().toString());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void fromEmpty() throws Exception {
        engine.startAfresh();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void migrationsUpToTheReleaseMakeItsSchema(Release release) throws Exception {
        database.create(release.schema());
        // Printed by this engine, not by the one that the release was written with.
        String released = database.schema();
        database.load("schema_migrations", release.rows().get("schema_migrations"));
        int last = Integer.parseInt(engine.one("SELECT max(version) FROM market_raw.schema_migrations"));
        engine.startAfresh();

        Migrations.apply(
                engine.config(),
                Engine.PARAMETERS,
                Migrations.all().stream()
                        .filter(migration -> migration.number() <= last)
                        .toList());

        assertThat(database.schema()).isEqualTo(released);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void laterMigrationsKeepEveryRow(Release release) throws Exception {
        database.create(release.schema());
        release.rows().forEach(database::load);
        Map<String, String> before = counts(release);
        List<String> applied = engine.query("SELECT version FROM market_raw.schema_migrations FINAL");
        assertThat(before)
                .allSatisfy((table, count) -> assertThat(count).as(table).isNotEqualTo("0"));

        List<Migration> migrations =
                Stream.concat(Migrations.all().stream(), Stream.of(NEXT)).toList();
        assertThat(Migrations.apply(engine.config(), Engine.PARAMETERS, migrations))
                .containsExactlyElementsOf(migrations.stream()
                        .filter(migration -> !applied.contains(Integer.toString(migration.number())))
                        .map(Migration::toString)
                        .toList());

        before.remove("schema_migrations");
        assertThat(counts(release)).containsAllEntriesOf(before);
        assertThat(engine.one("SELECT sum(gifts) FROM market.gifts"))
                .isEqualTo(Long.toString(7 * Long.parseLong(before.get("sales_hourly"))));
    }

    /** Rows that hold, by table: those that a later row replaces may have been merged away. */
    private static Map<String, String> counts(Release release) throws Exception {
        List<String> replacing = engine.query(
                "SELECT name FROM system.tables WHERE database = 'market_raw' AND engine" + " LIKE '%Replacing%'");
        var counts = new TreeMap<String, String>();
        for (String table : release.rows().keySet()) {
            counts.put(
                    table,
                    engine.one(
                            "SELECT count() FROM market_raw." + table + (replacing.contains(table) ? " FINAL" : "")));
        }
        return counts;
    }
}
