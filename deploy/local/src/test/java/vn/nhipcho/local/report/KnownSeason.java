package vn.nhipcho.local.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Migrations;
import vn.nhipcho.clickhouse.ReferenceTables;

/**
 * A season that can be added up by hand, around the reporting month of July 2026 (15 June to 14 July).
 *
 * <p>Sellers 0 to 23 have ten orders each in the month, of 100,000 đồng and 1,000 more for each seller's number, from the
 * month's first instant on, one every three hours. Of each three sellers the last sells on Shopee, the others on Voso.
 * Districts: 0–7 Phụng Hiệp, 8–13 Châu Thành A, 14–17 Vị Thanh, 18 Ngã Bảy, 19–23 Vị Thủy; 19–23 are of one cooperative.
 * Even sellers sell 5 kg of pineapple an order, odd ones goods by the piece. Two households' accounts share a household.
 * Only the job of the totals, and the accounts, have gone on after 20 July.
 */
final class KnownSeason {
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
    private static final List<String> DIMENSIONS =
            List.of("platform", "province", "district", "commune", "commodity", "cooperative", "seller_type");

    /** Times in the business zone; placed two days before, what was cancelled on 20 June. */
    private static final String ORDERS = """
            SELECT concat('a', toString(number)) AS order_id, number % 24 AS s,
                   at('2026-06-15 00:00:00') + toIntervalHour(number * 3) AS success,
                   'DELIVERED' AS status, 'CUSTOMER' AS origin, 100000 + 1000 * s AS amount
            FROM numbers(240)
            UNION ALL SELECT 'before', 0, at('2026-06-14 23:59:59.999'), 'COMPLETED', 'CUSTOMER', 50000
            UNION ALL SELECT 'after', 0, at('2026-07-15 00:00:00'), 'DELIVERED', 'CUSTOMER', 70000
            UNION ALL SELECT concat('r', toString(number)), 0, at('2026-05-20 12:00:00'),
                   'RETURNED', 'CUSTOMER', 200000 FROM numbers(3)
            UNION ALL SELECT 'internal', 1, at('2026-06-20 12:00:00'), 'DELIVERED', 'INTERNAL', 999999
            UNION ALL SELECT concat('c', toString(number)), number % 24, NULL, 'CANCELLED',
                   'CUSTOMER', 100000 FROM numbers(25)
            UNION ALL SELECT concat('l', toString(number)), (number % 8) * 3,
                   at('2025-06-20 00:00:00') + toIntervalHour(number * 12), 'DELIVERED',
                   'CUSTOMER', 100000 FROM numbers(40)
            UNION ALL SELECT 'voso-1', 0, at('2025-06-03 12:00:00'), 'DELIVERED', 'CUSTOMER', 10000
            UNION ALL SELECT 'shopee-1', 2, at('2025-08-03 12:00:00'), 'DELIVERED', 'CUSTOMER', 10000
            """;

    private KnownSeason() {}

    static void load(ClickHouseConfig config, Path reference) throws SQLException, IOException {
        Migrations.apply(config, MigrationParameters.oneNode(ZoneId.of("Asia/Ho_Chi_Minh"), "VND"));
        Deployment.markSimulated(config);
        Files.createDirectories(reference);
        Files.writeString(reference.resolve("cooperatives.csv"), """
                cooperative_id,name,kind,commune_code,commune_valid_on,valid_from,valid_to,source
                HTX-1,HTX Một (mô phỏng),COOPERATIVE,31459,2025-07-01,,,test
                HTX-2,HTX Hai (mô phỏng),COOPERATIVE,31459,2025-07-01,,,test
                HTX-3,HTX Ba (mô phỏng),COOPERATIVE,31459,2025-07-01,,2026-07-13,test
                """);
        Files.writeString(reference.resolve("targets.csv"), """
                indicator,place,period,value,unit,document
                transactions,93,2026,480,transaction,Kế hoạch 1
                training_turns,93,2026-07,100,turn,Kế hoạch 2
                transactions,VN,2026,9999999,transaction,of the whole country
                """);
        ReferenceTables.load(config, reference);
        try (Connection connection = config.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements()) {
                statement.execute(sql);
            }
            addOrders(statement, ORDERS);
        }
    }

    /** One more order of seller 0 in the month, as a marketplace sends it late. */
    static void addLateOrder(ClickHouseConfig config) throws SQLException {
        try (Connection connection = config.connect();
                Statement statement = connection.createStatement()) {
            addOrders(statement, """
                    SELECT 'late' AS order_id, 0 AS s, at('2026-07-01 01:30:00') AS success,
                           'DELIVERED' AS status, 'CUSTOMER' AS origin,
                           300000 AS amount""");
        }
    }

    /** A marketplace of forty orders in June 2023 that was becoming another a year later, when each had thirty. */
    static void addSuccession(ClickHouseConfig config) throws SQLException {
        try (Connection connection = config.connect();
                Statement statement = connection.createStatement()) {
            addOrders(statement, """
                    SELECT concat('p', toString(number)) AS order_id, 100 + number % 8 AS s,
                           at('2023-06-03 00:00:00') + toIntervalDay(if(number > 0, 17, 0)) + toIntervalHour(number) AS success,
                           'DELIVERED' AS status, 'CUSTOMER' AS origin, 100000 AS amount
                    FROM numbers(41)
                    UNION ALL SELECT concat('q', toString(number)), if(number < 30, 100, 200) + number % 8,
                           at('2024-06-20 00:00:00') + toIntervalHour(number), 'DELIVERED', 'CUSTOMER', 100000
                    FROM numbers(60)""");
        }
    }

    private static void addOrders(Statement statement, String orders) throws SQLException {
        String facts = facts(orders);
        statement.execute("""
                INSERT INTO market_raw.order_lines
                    (platform, order_id, seller_id, line_id, commodity, quantity, unit, unit_price, quantity_kg,
                     quantity_pieces, gross, placed_at, order_placed_at, status, status_at, delivered_at, returned_at,
                     cancelled_at, success_at, origin, province, district, commune, cooperative, seller_type, version)
                SELECT platform, order_id, seller_id, '1', commodity, 5, if(commodity = 'KHOM', 'kg', 'hộp'), amount / 5,
                       if(commodity = 'KHOM', 5, NULL), if(commodity = 'KHOM', 0, 5), amount, placed, placed, status,
                       placed, success, if(status = 'RETURNED', at('2026-06-20 12:00:00'), NULL),
                       if(status = 'CANCELLED', placed, NULL), success, origin, '93', district, '31321', cooperative,
                       seller_type, 1
                FROM (""".replace("at('2026-06-20 12:00:00')", at("2026-06-20 12:00:00")) + facts + ")");
        statement.execute("""
                INSERT INTO market_raw.order_parts
                    (platform, order_id, seller_id, placed_at, order_placed_at, status, status_at, delivered_at,
                     returned_at, cancelled_at, success_at, lines, gross, origin, province, district, commune,
                     cooperative, seller_type, version)
                SELECT platform, order_id, seller_id, placed_at, order_placed_at, status, status_at, delivered_at,
                       returned_at, cancelled_at, success_at, 1, gross, origin, province, district, commune,
                       cooperative, seller_type, 1
                FROM market_raw.order_lines FINAL
                WHERE (platform, order_id) NOT IN (SELECT platform, order_id FROM market_raw.order_parts)""");
        for (List<String> set : GROUPING_SETS) {
            addCells(statement, set);
        }
    }

    /** Every order here has one part and one line, so a cell is a plain sum. */
    private static void addCells(Statement statement, List<String> set) throws SQLException {
        String cell = "'" + (set.isEmpty() ? "all" : String.join("_", set)) + "', "
                + DIMENSIONS.stream().map(d -> set.contains(d) ? d : "''").collect(Collectors.joining(", "));
        String names = "(grouping, " + String.join(", ", DIMENSIONS) + ", hour, ";
        String hour = "toStartOfHour(%s) AS cell_hour";
        String tail = " GROUP BY ALL";
        statement.execute("INSERT INTO market_raw.sales_hourly " + names + """
                orders, delivered_orders, cancelled_orders, returned_orders, lines, delivered_lines, cancelled_lines,
                quantity_kg, quantity_pieces, delivered_quantity_kg, delivered_gross_kg, lines_unconverted, gross,
                delivered_gross, cancelled_gross, version) SELECT\s""" + cell + ", "
                + hour.formatted("placed_at") + """
                , count(), countIf(status IN ('DELIVERED', 'COMPLETED')), countIf(status = 'CANCELLED'),
                countIf(status = 'RETURNED'), count(), countIf(status IN ('DELIVERED', 'COMPLETED')),
                countIf(status = 'CANCELLED'), sum(ifNull(quantity_kg, 0)), sum(quantity_pieces),
                sumIf(ifNull(quantity_kg, 0), status IN ('DELIVERED', 'COMPLETED')),
                sumIf(gross, status IN ('DELIVERED', 'COMPLETED') AND quantity_kg IS NOT NULL),
                countIf(quantity_kg IS NULL), sum(gross), sumIf(gross, status IN ('DELIVERED', 'COMPLETED')),
                sumIf(gross, status = 'CANCELLED'), 1 + (SELECT max(version) FROM market_raw.sales_hourly)
                FROM market_raw.order_lines FINAL WHERE origin != 'INTERNAL'""" + tail);
        statement.execute("INSERT INTO market_raw.successes_hourly " + names + """
                delivered_orders, delivered_lines, delivered_quantity_kg, delivered_quantity_pieces, delivered_gross_kg,
                lines_unconverted, delivered_gross, returned_orders, returned_lines, returned_gross, version) SELECT\s"""
                + cell + ", " + hour.formatted("event") + """
                , countIf(kind = 1), countIf(kind = 1), sumIf(ifNull(quantity_kg, 0), kind = 1),
                sumIf(quantity_pieces, kind = 1), sumIf(gross, kind = 1 AND quantity_kg IS NOT NULL),
                countIf(kind = 1 AND quantity_kg IS NULL), sumIf(gross, kind = 1), countIf(kind = 2), countIf(kind = 2),
                sumIf(gross, kind = 2), 1 + (SELECT max(version) FROM market_raw.successes_hourly)
                FROM (SELECT *, (arrayJoin([(assumeNotNull(success_at), 1, success_at IS NOT NULL),
                                            (assumeNotNull(returned_at), 2, returned_at IS NOT NULL)]) AS e).1 AS event,
                             e.2 AS kind
                      FROM market_raw.order_lines FINAL WHERE origin != 'INTERNAL' AND e.3)""" + tail);
    }

    private static String facts(String orders) {
        return zoned("""
                SELECT *, concat('s', toString(s)) AS seller_id,
                       ifNull(success - toIntervalDay(2), at('2026-06-20 12:00:00')) AS placed, multiIf(s >= 200, 'buudien', s >= 100, 'postmart', s % 3 = 2, 'shopee', 'voso') AS platform,
                       if(s % 2 = 0, 'KHOM', 'CHE_BIEN') AS commodity,
                       multiIf(s < 8, '934', s < 14, '932', s < 18, '930', s < 19, '931', '935') AS district,
                       if(s >= 19, 'HTX-1', '(none)') AS cooperative, if(s < 20, 'HOUSEHOLD', 'COOPERATIVE') AS seller_type
                FROM (""" + orders + ")");
    }

    private static List<String> statements() {
        return List.of(zoned("""
                INSERT INTO market_raw.sellers (seller_id, district, cooperative, seller_type, household_key, activated_at, version)
                SELECT concat('s', toString(number)), '934', if(number BETWEEN 19 AND 23, 'HTX-1', '(none)'),
                       if(number < 20 OR number > 23, 'HOUSEHOLD', 'COOPERATIVE'),
                       if(number < 20 OR number > 23, concat('h', toString(intDiv(number, 2))), ''),
                       multiIf(number < 24, at('2025-05-01 08:00:00'), number = 24, at('2026-07-15 00:00:00'),
                               number = 25, at('2026-01-01 08:00:00'), NULL), 1
                FROM numbers(27)"""), zoned("""
                INSERT INTO market_raw.seller_stages (seller_id, entered_at, stage, version)
                SELECT 's25', at('2026-01-01 08:00:00'), 'ACTIVATED', 1
                UNION ALL SELECT 's25', at('2026-07-01 08:00:00'), 'CLOSED', 1
                UNION ALL SELECT 's3', at('2026-07-15 00:00:00'), 'CLOSED', 1
                UNION ALL SELECT concat('o', toString(number)), at('2026-01-01 08:00:00'), 'ACTIVATED', 1 FROM numbers(12)"""), """
                INSERT INTO market_raw.seller_days (seller_id, day, orders, visits, version)
                SELECT concat('s', toString(number)), toDate32('2026-06-15'), 1, 0, 1 FROM numbers(24)
                UNION ALL SELECT 's25', toDate32('2026-06-16'), 0, 1, 1
                UNION ALL SELECT 's24', toDate32('2026-07-15'), 0, 1, 1""", zoned("""
                INSERT INTO market_raw.listings (platform, listing_id, seller_id, product_id, published_at, withdrawn_at,
                    ocop_stars, ocop_certificate, ocop_valid_from, ocop_valid_to, version)
                SELECT t.1, t.2, t.3, t.4, at('2026-01-01 08:00:00'), t.5, t.6, t.7, toDate32('2025-01-01'), t.8, 1
                FROM (SELECT arrayJoin([
                    ('voso', 'l1', 's0', 'p1', NULL, 4, 'C1', toDate32('2027-12-31')),
                    ('shopee', 'l2', 's0', 'p1', NULL, 4, 'C1', toDate32('2027-12-31')),
                    ('voso', 'l3', 's1', 'p1', NULL, 5, 'C3', toDate32('2026-07-13')),
                    ('voso', 'l4', 's2', 'p2', at('2026-07-14 23:00:00'), 3, 'C2', toDate32('2027-12-31')),
                    ('voso', 'l5', 's26', 'p9', NULL, 0, '', toDate32('2027-12-31'))]) AS t)"""), zoned("""
                INSERT INTO market_raw.alerts (alert_id, rule, seller_id, state, opened_at, resolved_at, cause, version)
                SELECT concat('stalled', toString(number)), 'seller_stalled', concat('s', toString(number)), 'OPEN',
                       at('2026-06-20 08:00:00'), NULL, if(number < 6, 'out_of_stock', 'unknown'), 1 FROM numbers(8)
                UNION ALL SELECT concat('quiet', toString(number)), 'seller_quiet_30', concat('s', toString(number)), 'OPEN',
                       at('2026-06-20 08:00:00'), NULL, '', 1 FROM numbers(3)
                UNION ALL SELECT concat('step', toString(number)), 'onboarding_stalled', concat('o', toString(number)),
                       if(number < 5, 'RESOLVED', 'OPEN'), at('2026-03-01 08:00:00'),
                       if(number < 5, at('2026-06-20 08:00:00'), NULL), '', 1 FROM numbers(12)
                UNION ALL SELECT concat('wrong', toString(number)), 'order_unconfirmed', concat('s', toString(number)),
                       'WITHDRAWN', at('2026-06-20 08:00:00'), NULL, '', 1 FROM numbers(9)"""), zoned("""
                INSERT INTO market_raw.freshness (job, topic, partition, event_time, ingested_at, version)
                SELECT 'sellers', 'market.orders.v1', 0, at('2026-07-20 10:05:00'), at('2026-07-20 10:05:01'), 1
                UNION ALL SELECT 'sales', 'market.orders.v1', 0, at('2026-09-20 10:05:00'), at('2026-09-20 10:05:01'), 1
                UNION ALL SELECT 'sellers', 'market.accounts.v1', 0, at('2026-09-20 10:05:00'), at('2026-09-20 10:05:01'), 1"""));
    }

    private static String zoned(String sql) {
        return sql.replaceAll("\\bat\\(('[^']*')\\)", "toDateTime64($1, 3, 'Asia/Ho_Chi_Minh')");
    }

    private static String at(String time) {
        return zoned("at('" + time + "')");
    }
}
