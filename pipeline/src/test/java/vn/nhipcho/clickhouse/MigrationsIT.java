package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsIT {
    private static Engine engine;

    @BeforeAll
    static void start(@TempDir Path dataDir) throws Exception {
        engine = Engine.start(dataDir);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void fromEmpty() throws SQLException {
        engine.startAfresh();
    }

    @Test
    void appliesAllFromEmptyAndNothingTheSecondTime() throws Exception {
        assertThat(Migrations.apply(engine.config(), Engine.PARAMETERS)).hasSameSizeAs(Migrations.all());
        List<String> schema = schema();

        assertThat(Migrations.apply(engine.config(), Engine.PARAMETERS)).isEmpty();
        assertThat(schema()).isEqualTo(schema);
        assertThat(engine.one("SELECT zone, currency, is_simulated, banner FROM market.deployment"))
                .isEqualTo("Asia/Ho_Chi_Minh|VND|false|");
    }

    @Test
    void goesOnWhereABrokenRunLeftOff() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);
        List<String> schema = schema();
        engine.execute("DELETE FROM market_raw.schema_migrations WHERE version >= 9", "DROP VIEW market.sales");

        assertThat(Migrations.apply(engine.config(), Engine.PARAMETERS))
                .hasSize(Migrations.all().size() - 8)
                .startsWith("0009_ingest_ledger");
        assertThat(schema()).isEqualTo(schema);
    }

    @Test
    void writesAViewAgainThatSomebodyDropped() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);
        List<String> schema = schema();
        engine.execute("DROP VIEW market.sales", "DROP VIEW market.places");

        assertThat(Migrations.apply(engine.config(), Engine.PARAMETERS))
                .containsExactlyInAnyOrder(
                        "view market.sales, which was missing", "view market.places, which was missing");
        assertThat(schema()).isEqualTo(schema);
        assertThat(Migrations.apply(engine.config(), Engine.PARAMETERS)).isEmpty();
    }

    /** 0036 moves rows from one table to another of the same name: none may be lost wherever it is cut off. */
    @Test
    void keepsEveryRowWhereverTheMoveOfSellerDaysIsCutOff() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);
        List<String> schema = schema();
        Migration move = Migrations.all().stream()
                .filter(migration -> migration.number() == 36)
                .findFirst()
                .orElseThrow();
        List<String> steps = SqlScript.statements(Engine.PARAMETERS.fillIn(move.script()));
        engine.execute("INSERT INTO market_raw.seller_days (seller_id, day, commodity, orders, version)"
                + " SELECT 's' || number, '2026-01-01', 'KHOM', number, 1 FROM numbers(1000)");
        for (int done = 0; done <= steps.size(); done++) {
            engine.execute("DELETE FROM market_raw.schema_migrations WHERE version >= 36");
            engine.execute(steps.subList(0, done).toArray(String[]::new));
            Migrations.apply(engine.config(), Engine.PARAMETERS);

            assertThat(engine.one("SELECT count(), sum(orders) FROM market.seller_days"))
                    .as("cut off after %d statements", done)
                    .isEqualTo("1000|499500");
            assertThat(schema()).isEqualTo(schema);
        }
    }

    @Test
    void refusesAMigrationThatWasEditedAfterwards() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);
        engine.execute("INSERT INTO market_raw.schema_migrations (version, name, checksum)"
                + " VALUES (2, 'order_lines', 'another')");

        assertThatThrownBy(() -> Migrations.apply(engine.config(), Engine.PARAMETERS))
                .hasMessageContaining("0002_order_lines was changed")
                .hasMessageContaining("new migration");
    }

    @Test
    void refusesAClickHouseOfALaterRelease() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);
        engine.execute("INSERT INTO market_raw.schema_migrations (version, name, checksum) VALUES (999, 'later', '')");

        assertThatThrownBy(() -> Migrations.apply(engine.config(), Engine.PARAMETERS))
                .hasMessageContaining("0999_later")
                .hasMessageContaining("later release");
    }

    @Test
    void refusesAnotherZoneOrCurrency() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);

        assertThatThrownBy(() -> Migrations.apply(
                        engine.config(), MigrationParameters.oneNode(ZoneId.of("America/Sao_Paulo"), "BRL")))
                .hasMessageContaining("set up for zone Asia/Ho_Chi_Minh and currency VND")
                .hasMessageContaining("America/Sao_Paulo and BRL");
    }

    @Test
    void marksSimulatedDataForGood() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);

        Deployment.markSimulated(engine.config());
        Deployment.markSimulated(engine.config());
        Migrations.apply(engine.config(), Engine.PARAMETERS);

        assertThat(engine.query("SELECT zone, currency, is_simulated, banner FROM market.deployment"))
                .containsExactly("Asia/Ho_Chi_Minh|VND|true|DỮ LIỆU MÔ PHỎNG");
    }

    @Test
    void loadsReferenceTablesOnceAndAgainOnlyWhenTheyChange() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);

        assertThat(ReferenceTables.load(engine.config())).isEqualTo(ReferenceTables.NAMES);
        assertThat(ReferenceTables.load(engine.config())).isEmpty();
        assertThat(engine.query("SELECT level, name, parent_code, valid_from, valid_to FROM market.admin_units"
                        + " WHERE code = '930' AND level = 'district'"))
                .containsExactly("district|Thành phố Vị Thanh|93|null|2025-06-30");
        assertThat(engine.one("SELECT name_vi, kg_per_piece FROM market.commodities WHERE code = 'KHOM'"))
                .isEqualTo("Khóm Cầu Đúc|1.200");

        engine.execute(
                "INSERT INTO market_raw.reference_loads (table_name, load, checksum) VALUES ('targets', 2, 'old')");
        assertThat(engine.one("SELECT count() FROM market.targets")).isEqualTo("0");
        assertThat(ReferenceTables.load(engine.config())).containsExactly("targets");
        assertThat(engine.one("SELECT count() > 0 FROM market.targets")).isEqualTo("1");
        assertThat(engine.query("SELECT DISTINCT load FROM market_raw.targets")).containsExactly("3");
    }

    @Test
    void saysWhichPeriodOfEitherCalendarADayBelongsTo() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);

        assertThat(period("reporting", "month", "2022-06-15")).isEqualTo("2022-07-01|2022-06-15|2022-07-14");
        assertThat(engine.query("SELECT name_vi, name_en FROM market.period_days WHERE calendar = 'reporting' AND"
                        + " day = '2022-06-15' AND grain != 'day' ORDER BY to_day"))
                .containsExactly(
                        "Tuần 24/2022|Week 24/2022",
                        "Tháng 7/2022|Jul 2022",
                        "Quý III/2022|Q3 2022",
                        "6 tháng cuối năm 2022|H2 2022",
                        "Năm 2022|2022");
        assertThat(period("reporting", "month", "2022-07-14")).isEqualTo("2022-07-01|2022-06-15|2022-07-14");
        assertThat(period("reporting", "month", "2022-07-15")).isEqualTo("2022-08-01|2022-07-15|2022-08-14");
        assertThat(period("reporting", "quarter", "2022-06-15")).isEqualTo("2022-07-01|2022-06-15|2022-09-14");
        assertThat(period("reporting", "half_year", "2022-06-14")).isEqualTo("2022-01-01|2021-12-15|2022-06-14");
        assertThat(period("reporting", "year", "2022-12-15")).isEqualTo("2023-01-01|2022-12-15|2023-12-14");
        assertThat(period("reporting", "week", "2022-07-17")).isEqualTo("2022-07-11|2022-07-11|2022-07-17");
        assertThat(period("calendar", "month", "2022-07-15")).isEqualTo("2022-07-01|2022-07-01|2022-07-31");
        assertThat(period("calendar", "half_year", "2022-07-01")).isEqualTo("2022-07-01|2022-07-01|2022-12-31");
        assertThat(engine.one("SELECT count() = uniqExact(day, calendar, grain) AND"
                        + " countIf(day < from_day OR day > to_day) = 0 FROM market.period_days"))
                .isEqualTo("1");
    }

    private static String period(String calendar, String grain, String day) throws SQLException {
        return engine.one(
                "SELECT period, from_day, to_day FROM market.period_days WHERE calendar = '%s' AND grain = '%s'"
                                .formatted(calendar, grain)
                        + " AND day = '" + day + "'");
    }

    @Test
    void knowsTetAsCarriersKeepIt() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);
        ReferenceTables.load(engine.config());

        assertThat(engine.query("SELECT year, tet_from, tet, tet_to FROM market.lunar_days WHERE year IN (2024, 2026)"))
                .containsExactly("2024|2024-02-08|2024-02-10|2024-02-13", "2026|2026-02-16|2026-02-17|2026-02-20");
    }

    @Test
    void tellsACallerOfAnOpenAlertSinceWhenWhatToDoAndWhatWasAgreed() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);
        ReferenceTables.load(engine.config());
        for (String state : List.of("OPEN", "RESOLVED", "WITHDRAWN")) {
            engine.execute("INSERT INTO market_raw.alerts (alert_id, rule, seller_id, state, severity, opened_at,"
                    + " evidence, cause, next_step, version) VALUES ('" + state + "', 'seller_stalled', 's1', '" + state
                    + "', 'warning', '2026-03-01 00:00:00', '{\"last_order_at\":\"2026-01-09T01:10:04.542Z\"}',"
                    + " 'out_of_stock', 'Hỏi ngày có hàng lại; giúp cập nhật số lượng tồn trên sàn.', 1)");
        }
        engine.execute("INSERT INTO market_raw.alert_contacts VALUES ('OPEN', 1000, 'NO_ANSWER', '2200-01-01'),"
                + " ('OPEN', 2000, 'WILL_RESUME', NULL)");

        assertThat(engine.query("SELECT alert_id, urgency, digest_only, toString(since), contacts, last_outcome,"
                        + " next_on, snoozed, support_unit FROM market.open_alerts"))
                .containsExactly("OPEN|2|false|2026-01-09 08:10:04.542|2|WILL_RESUME|null|false|");
        assertThat(engine.one("SELECT next_step_en FROM market.open_alerts"))
                .isEqualTo("Ask when there will be goods again; help to update the stock on the marketplace.");

        engine.execute("INSERT INTO market_raw.alert_contacts VALUES ('OPEN', 3000, 'REACHED', '2200-01-01')");
        assertThat(engine.one("SELECT snoozed FROM market.open_alerts")).isEqualTo("true");
    }

    @Test
    void givesTheViewsOfTheInterfaceInPlainTypes() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);

        assertThat(columns("sales"))
                .isEqualTo("grouping,hour,platform,province,district,commune,commodity,cooperative,seller_type,orders,"
                        + "delivered_orders,cancelled_orders,returned_orders,late_orders,lines,delivered_lines,"
                        + "cancelled_lines,quantity_kg,quantity_pieces,delivered_quantity_kg,delivered_gross_kg,"
                        + "lines_unconverted,gross,delivered_gross,cancelled_gross,shipping");
        assertThat(columns("dead_letters"))
                .isEqualTo("reason,topic,partition,offset,file,step,detail,first_seen,attempts,replayed_at");
        assertThat(columns("ledger"))
                .isEqualTo("job,topic,partition,minute,consumed,applied,duplicate,superseded,dead,first_offset,"
                        + "last_offset,gaps");
        assertThat(columns("freshness")).isEqualTo("job,topic,partition,event_time,ingested_at,queryable_at");
        assertThat(engine.query("SELECT table, name, type FROM system.columns WHERE database = 'market'"
                        + " AND (match(type, 'LowCardinality\\\\(Nullable|Map|Enum') OR type LIKE 'DateTime%UTC%')"))
                .isEmpty();
    }

    @Test
    void givesExactPricesAndRatiosInPlainSql() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);
        for (String table : List.of("sales_hourly", "successes_hourly")) {
            engine.execute("INSERT INTO market_raw." + table + " (grouping, hour, delivered_orders, delivered_gross,"
                    + " delivered_gross_kg, delivered_quantity_kg, version) VALUES"
                    + " ('all', '2025-01-01 00:00:00', 2, 300000.50, 275000.25, 12.345, 1),"
                    + " ('all', '2025-01-01 01:00:00', 1, 125000.00, 125000.00, 7.655, 1)");
        }

        for (String view : List.of("market.sales", "market.successes")) {
            assertThat(engine.one("SELECT toString(sum(delivered_gross_kg) / sum(delivered_quantity_kg)),"
                            + " toString(sum(delivered_gross) / sum(delivered_orders)), toString(sum(delivered_gross))"
                            + " FROM " + view))
                    .isEqualTo("20000.0125|141666.833333|425000.5");
            assertThat(engine.one("SELECT toString(delivered_gross_kg / delivered_quantity_kg) FROM " + view
                            + " ORDER BY hour LIMIT 1"))
                    .isEqualTo("22276.245443");
        }
    }

    @Test
    void dividesAnyTwoColumnsOfAViewInPlainSql() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);

        for (String view : List.of("sales", "successes")) {
            List<String> numbers = engine.query("SELECT name FROM system.columns WHERE database = 'market'"
                    + " AND table = '" + view + "' AND match(type, 'Int|Decimal')");
            assertThat(numbers).hasSizeGreaterThan(9);
            engine.execute("INSERT INTO market_raw." + view + "_hourly (grouping, hour, version, "
                    + String.join(", ", numbers) + ") VALUES ('all', '2025-01-01 00:00:00', 1, "
                    + String.join(", ", Collections.nCopies(numbers.size(), "999999999999")) + ")");
            String ratios = numbers.stream()
                    .flatMap(left -> numbers.stream().map(right -> left + " / " + right + " = 1"))
                    .collect(Collectors.joining(" AND "));

            assertThat(engine.one("SELECT " + ratios + " FROM market." + view)).isEqualTo("1");
        }
    }

    @Test
    void readsOnlyTheHoursAskedForThroughAView() throws Exception {
        Migrations.apply(engine.config(), Engine.PARAMETERS);
        engine.execute("INSERT INTO market_raw.sales_hourly (grouping, hour, district, orders, version)"
                + " SELECT ['all', 'district', 'commodity'][1 + number % 3], toDateTime('2025-01-01 00:00:00', 'UTC')"
                + " + intDiv(number, 3) * 60, toString(number % 8), 1, 1 FROM numbers(300000)");

        List<String> plan = engine.query("EXPLAIN indexes = 1 SELECT sum(orders) FROM market.sales"
                + " WHERE grouping = 'district' AND hour >= '2025-02-01 00:00:00' AND hour < '2025-02-02 00:00:00'");

        String primaryKey = String.join("\n", plan).split("PrimaryKey")[1];
        assertThat(primaryKey).contains("grouping").contains("hour");
        String[] granules = primaryKey.split("Granules: ")[1].split("\\s")[0].split("/");
        assertThat(Integer.parseInt(granules[0])).isLessThan(Integer.parseInt(granules[1]) / 5);
    }

    private static List<String> schema() throws SQLException {
        return engine.query("SELECT database, table, name, type, position FROM system.columns"
                + " WHERE database IN ('market', 'market_raw') ORDER BY database, table, position");
    }

    private static String columns(String view) throws SQLException {
        return String.join(
                ",",
                engine.query("SELECT name FROM system.columns WHERE database = 'market' AND table = '" + view
                        + "' ORDER BY position"));
    }
}
