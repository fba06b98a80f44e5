package vn.nhipcho.dashboards.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.dashboards.provisioning.Provisioning;
import vn.nhipcho.dashboards.sql.Interval;
import vn.nhipcho.dashboards.sql.PanelSql;
import vn.nhipcho.dashboards.sql.SqlTemplateException;
import vn.nhipcho.dashboards.sql.TimeRange;
import vn.nhipcho.dashboards.sql.Variables;
import vn.nhipcho.totals.GroupingSet;
import vn.nhipcho.totals.GroupingSets;

/**
 * Asks the SQL of every alert rule of the real tables with the season in them, expanded as Grafana's back end does: no
 * browser is there, so no variables and none of the browser's macros.
 */
class AlertRulesIT {
    private static final Instant END_OF_MARCH = Expected.MARCH.to();

    @TempDir
    static Path folder;

    private static Season season;

    @BeforeAll
    static void load() throws Exception {
        season = Season.start(folder.resolve("clickhouse"));
    }

    @AfterAll
    static void stop() {
        if (season != null) {
            season.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> givesOneNumberAndNoTimeAndTellsRowsApartByTexts() {
        return Provisioning.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(uid(rule), () -> {
                    Answer answer = ask(rule, END_OF_MARCH);

                    assertThat(answer.columns().stream().filter(Answer.Column::isNumber))
                            .as("numbers")
                            .hasSize(1);
                    assertThat(answer.columns()).as("times").noneMatch(Answer.Column::isTime);
                    assertThat(answer.columns().stream().filter(Answer.Column::isText))
                            .as("labels")
                            .isNotEmpty();
                    assertThat(answer.rows().stream().map(row -> labels(answer, row)))
                            .as("sets of labels")
                            .doesNotHaveDuplicates();
                    if (rule.path("noDataState").asText().equals("Alerting")) {
                        assertThat(answer.rows())
                                .as("no row counts as an alert, so there is one for each")
                                .isNotEmpty();
                    }
                }));
    }

    @Test
    void figuresAreThoseOfTheSeason() {
        assertThat(rows("stalled-by-district", END_OF_MARCH))
                .hasSize(8)
                .contains(List.of("930", "Thành phố Vị Thanh", "0"));
        assertThat(rows("orders-about-to-be-cancelled", END_OF_MARCH))
                .contains(List.of("930", "Thành phố Vị Thanh", "1"), List.of("934", "Huyện Phụng Hiệp", "0"));
        assertThat(rows("feed-silent", END_OF_MARCH)).contains(List.of("Shopee", "0"), List.of("Tiki", "1"));
        assertThat(rows("stale-figures", Instant.parse("2026-04-01T16:50:02Z")))
                .contains(List.of("sales", "Đơn hàng và doanh số", "Sales", "24"));
        assertThat(rows("ledger-off", Instant.parse("2026-03-16T03:00:00Z")))
                .contains(List.of(
                        "sales", "market.orders.v1", "Đơn hàng và doanh số", "Sales", "Đơn hàng", "Orders", "0"));
        assertThat(rows("sets-disagree", END_OF_MARCH))
                .allMatch(row -> row.get(1).equals("0"))
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrderElementsOf(
                        GroupingSets.ALL.stream().map(GroupingSet::name).toList());
        assertThat(rows("dead-letters", Instant.parse("2026-03-16T03:00:00Z")))
                .containsExactly(List.of(
                        "market.orders.v1",
                        "OUT_OF_RANGE",
                        "Đơn hàng",
                        "Orders",
                        "Giá trị ngoài khoảng cho phép",
                        "A value cannot be true",
                        "1"));
        assertThat(rows("messages-not-sent", Instant.parse("2026-03-23T06:00:00Z")))
                .containsExactly(List.of("REFUSED", "Bên nhận từ chối", "Refused", "1"));
    }

    @Test
    void seesWhatIsWrong() {
        season.clickHouse()
                .run(
                        "INSERT INTO market_raw.ingest_ledger (job, topic, partition, minute, consumed, applied,"
                                + " gaps, version) VALUES ('sales', 'market.listings.v1', 0, '2027-01-01 00:00:00', 10, 8, 3, 1)");
        season.clickHouse()
                .run("INSERT INTO market_raw.order_lines (platform, order_id, seller_id, line_id, gross, placed_at,"
                        + " order_placed_at, origin, version) SELECT 'shopee', 'X-1', 'A01', toString(number), 50,"
                        + " '2027-01-01 00:00:00', '2027-01-01 00:00:00', 'CUSTOMER', 1 FROM numbers(2)");
        season.clickHouse()
                .run("INSERT INTO market_raw.sales_hourly (grouping, hour, platform, lines, gross, version)"
                        + " VALUES ('all', '2027-01-01 00:00:00', '', 2, 100, 1),"
                        + " ('platform', '2027-01-01 00:00:00', 'shopee', 2, 90.5, 1)");
        season.clickHouse()
                .run(
                        "INSERT INTO market_raw.alerts (alert_id, rule, subject, state, version)"
                                + " VALUES ('FS', 'feed_silent', 'voso', 'OPEN', 1), ('FS-2', 'feed_silent', 'another', 'OPEN', 1)");
        Instant later = Instant.parse("2027-01-01T01:00:00Z");

        assertThat(rows("ledger-off", later))
                .containsExactly(List.of(
                        "sales",
                        "market.listings.v1",
                        "Đơn hàng và doanh số",
                        "Sales",
                        "Sản phẩm đăng bán",
                        "Listings",
                        "5"));
        assertThat(rows("sets-disagree", later))
                .as("a set without any row differs by all there is")
                .hasSize(GroupingSets.ALL.size())
                .contains(List.of("all", "0"), List.of("platform", "9.5"), List.of("commune_commodity", "102"));
        assertThat(rows("feed-silent", later))
                .contains(List.of("Voso.vn (Vỏ Sò)", "1"), List.of("another", "1"), List.of("Lazada", "0"));
    }

    @Test
    void aReplayedLetterWaitsNoMoreUnlessItIsDeadAgain() {
        Instant soon = Instant.parse("2028-02-01T01:00:00Z");
        season.clickHouse().run(letter(70, 1, "NULL"));
        assertThat(rows("dead-letters", soon))
                .extracting(row -> row.get(row.size() - 1))
                .containsExactly("1");

        season.clickHouse().run(letter(70, 2, "'2028-02-01 00:30:00'"));
        assertThat(rows("dead-letters", soon)).isEmpty();

        season.clickHouse().run(letter(71, 2, "NULL"));
        assertThat(rows("dead-letters", soon))
                .extracting(row -> row.get(row.size() - 1))
                .containsExactly("1");
    }

    @Test
    void countsRecordsWithAWrongClockByTopicWithinTheHour() {
        season.clickHouse()
                .run(
                        "INSERT INTO market_raw.dead_letters (topic, partition, offset, reason, first_seen, attempts, version)"
                                + " SELECT 'market.listings.v1', 0, number, 'IN_THE_FUTURE', '2029-02-01 00:00:00', 1, 1 FROM numbers(25)");

        assertThat(rows("wrong-clock", Instant.parse("2029-02-01T00:30:00Z")))
                .containsExactly(List.of("market.listings.v1", "Sản phẩm đăng bán", "Listings", "25"));
        assertThat(rows("wrong-clock", Instant.parse("2029-02-01T01:30:00Z"))).isEmpty();
    }

    private static String letter(int offset, int attempts, String replayedAt) {
        return "INSERT INTO market_raw.dead_letters (topic, partition, offset, reason, first_seen, attempts, version,"
                + " replayed_at) VALUES ('market.accounts.v1', 0, %1$d, 'OUT_OF_RANGE', '2028-02-01 00:00:00', %2$d, %2$d, %3$s)"
                        .formatted(offset, attempts, replayedAt);
    }

    @Test
    void marksEveryAlertOfSimulatedData() {
        assertThat(Provisioning.rules())
                .allSatisfy(rule -> assertThat(ask(rule, END_OF_MARCH).rows())
                        .allMatch(row -> row.get(row.size() - 1).equals("DỮ LIỆU MÔ PHỎNG")));
    }

    @Test
    void wouldNotTakeWhatOnlyABrowserExpands() {
        assertThatThrownBy(
                        () -> PanelSql.expand("SELECT $district", Variables.of(), Expected.MARCH, Interval.parse("1m")))
                .isInstanceOf(SqlTemplateException.class);
    }

    /** Without the mark of simulated data, which is the last column of all. */
    private static List<List<String>> rows(String name, Instant at) {
        return ask(name, at).rows().stream()
                .map(row -> row.subList(0, row.size() - 1))
                .toList();
    }

    private static Answer ask(String name, Instant at) {
        return Provisioning.rules().stream()
                .filter(rule -> uid(rule).equals("nhip-cho-" + name))
                .map(rule -> ask(rule, at))
                .findFirst()
                .orElseThrow();
    }

    private static Answer ask(JsonNode rule, Instant at) {
        long seconds = rule.at("/data/0/relativeTimeRange/from").asLong();
        return season.clickHouse()
                .ask(PanelSql.expand(
                        Provisioning.rawSql(rule),
                        Variables.of(),
                        new TimeRange(at.minusSeconds(seconds), at),
                        Interval.parse("1m")));
    }

    private static String uid(JsonNode rule) {
        return rule.path("uid").asText();
    }

    private static String labels(Answer answer, List<String> row) {
        return answer.columns().stream()
                .filter(Answer.Column::isText)
                .map(column -> row.get(answer.columns().indexOf(column)))
                .collect(Collectors.joining("|"));
    }
}
