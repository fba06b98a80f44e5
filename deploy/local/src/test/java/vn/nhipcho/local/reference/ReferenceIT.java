package vn.nhipcho.local.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.event.SellerAlert;
import vn.nhipcho.local.NhipChoProcess;

/** The whole product on real data, end to end: every figure of the views equals the independently computed reference. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReferenceIT {
    private static final String LEDGER_DOES_NOT_ADD_UP =
            "SELECT count() AS n FROM (SELECT job, topic, partition, sum(l.consumed) AS c, sum(l.applied) + sum(l.duplicate)"
                    + " + sum(l.superseded) + sum(l.dead) AS o, sum(l.gaps) AS g FROM market.ledger AS l"
                    + " GROUP BY job, topic, partition HAVING c != o OR g != 0)";

    /**
     * All that the sellers job holds, in one line a table: alerts that were withdrawn tell of an arrival order, and what
     * was late is about sending; both may differ.
     */
    private static final String SELLERS = "SELECT * FROM ("
            + content(
                    "alerts",
                    "alert_id, rule, subject, state, severity, opened_at, resolved_at, reason, evidence, cause, district",
                    "WHERE state != 'WITHDRAWN' AND rule != 'feed_silent'")
            + " UNION ALL " + content("seller_stages", "*", "")
            + " UNION ALL " + content("seller_days", "*", "")
            + " UNION ALL " + content("sellers", "*", "")
            + ") ORDER BY what";

    /** Of the run in order; the others must give the same. */
    private static String sellersInOrder;

    @TempDir
    Path dataDir;

    @Test
    @Order(1)
    void olistGivesTheReferenceFigures() throws IOException {
        once(olist());

        assertEqualsReference(ReferenceFigures.OLIST);
        assertThat(query(LEDGER_DOES_NOT_ADD_UP)).isEqualTo("n\n0\n");
        sellersInOrder = query(SELLERS);
        assertThatEachTransitionWasSentOnce();
        assertReconciles();
        assertThatReconcileNamesACellChangedByHand();
    }

    @Test
    void olistOutOfOrderInPartTwiceAndKilledAgainAndAgainGivesTheSameFigures() throws Exception {
        String[] disturbed = olist("--disorder", "72h", "--duplicates", "0.2", "--seed", "7");

        killedAgainAndAgain(disturbed);
        once(disturbed);

        assertSameAsInOrder();
        assertThat(query("SELECT sum(duplicate) > 10000 AS many FROM market.ledger"))
                .isEqualTo("many\n1\n");
        assertReconciles();
    }

    @Tag("long")
    @Test
    void olistOutOfOrderAndInPartTwiceGivesTheSameFigures() throws IOException {
        once(olist("--disorder", "72h", "--duplicates", "0.2", "--seed", "7"));

        assertSameAsInOrder();
        assertReconciles();
    }

    @Tag("long")
    @Test
    void olistKilledAgainAndAgainGivesTheSameFigures() throws Exception {
        killedAgainAndAgain(olist());
        once(olist());

        assertSameAsInOrder();
        assertReconciles();
    }

    @Test
    void agmarknetGivesTheReferenceFiguresAndItsMalformedRowsAreDeadLetters() throws IOException {
        Path agmarknet = SharedData.folder("agmarknet_karnataka");

        once("--source", "agmarknet:" + agmarknet);

        assertEqualsReference(ReferenceFigures.AGMARKNET);
        assertThat(rejectedByFile()).isEqualTo(expectedRejectedByFile());
        assertReconciles();
    }

    private static String content(String view, String columns, String where) {
        return "SELECT '%s' AS what, count() AS n, groupBitXor(cityHash64(toString(tuple(%s)))) AS content FROM market.%s %s"
                .formatted(view, columns, view, where);
    }

    private static String[] olist(String... more) {
        var arguments = new ArrayList<>(
                List.of("--source", "olist:" + SharedData.folder("olist"), "--zone", "America/Sao_Paulo"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private void killedAgainAndAgain(String... arguments) throws Exception {
        // Before the first checkpoint, while the job catches up, and near the end: wherever it falls on this machine.
        for (int seconds : new int[] {8, 14, 11}) {
            var up = NhipChoProcess.up(dataDir, onceWith(arguments));
            Thread.sleep(seconds * 1000L);
            up.kill();
        }
    }

    private void assertSameAsInOrder() throws IOException {
        assertEqualsReference(ReferenceFigures.OLIST);
        assertThat(query(LEDGER_DOES_NOT_ADD_UP)).isEqualTo("n\n0\n");
        assertThat(query(SELLERS)).isEqualTo(sellersInOrder);
        assertThatEachTransitionWasSentOnce();
    }

    private void once(String... arguments) {
        var result = NhipChoProcess.up(dataDir, onceWith(arguments)).await();
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    private static String[] onceWith(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--once");
        return all.toArray(String[]::new);
    }

    private void assertEqualsReference(Map<String, String> figures) throws IOException {
        Path reference = SharedData.folder("reference");
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            ReferenceFigures.assertEqual(reference.resolve(figure.getKey()), query(figure.getValue()));
        }
    }

    /** A kill must not send twice, and who reads the topic alone knows what ClickHouse knows. */
    private void assertThatEachTransitionWasSentOnce() throws IOException {
        var lastState = new TreeMap<String, String>();
        for (SellerAlert alert : AlertTopic.read(dataDir)) {
            String state = alert.getState() + " " + alert.getSeverity();
            assertThat(lastState.put(alert.getAlertId(), state))
                    .as("sent before of %s", alert.getAlertId())
                    .isNotEqualTo(state);
        }
        var held = query("SELECT alert_id, concat(state, ' ', severity) AS now FROM market.alerts")
                .lines()
                .skip(1)
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        assertThat(lastState).isEqualTo(held);
    }

    private void assertReconciles() {
        var result = NhipChoProcess.run("reconcile", "--data-dir", dataDir.toString());
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    private void assertThatReconcileNamesACellChangedByHand() {
        query(
                "ALTER TABLE market_raw.sales_hourly UPDATE orders = orders + 1 WHERE grouping = 'district' AND district = 'SP'"
                        + " AND hour = (SELECT min(hour) FROM market_raw.sales_hourly WHERE grouping = 'district' AND district = 'SP')"
                        + " SETTINGS mutations_sync = 2");
        var result = NhipChoProcess.run("reconcile", "--data-dir", dataDir.toString());
        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(1);
        assertThat(result.out()).contains("district").contains("SP").contains("orders");
    }

    private String query(String sql) {
        var result = NhipChoProcess.run("query", sql, "--data-dir", dataDir.toString());
        assertThat(result.exitCode()).as(sql + "\n" + result.err()).isZero();
        return result.out();
    }

    private Map<String, Integer> rejectedByFile() {
        return query("SELECT file, count() AS n FROM market.dead_letters WHERE reason = 'MALFORMED_ROW' GROUP BY file")
                .lines()
                .skip(1)
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Integer.valueOf(cells[1])));
    }

    private static Map<String, Integer> expectedRejectedByFile() throws IOException {
        Path file = SharedData.folder("reference").resolve("agmarknet_dev_rejects.csv");
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = CSVParser.parse(Files.newBufferedReader(file), format)) {
            return parser.stream()
                    .collect(Collectors.toMap(
                            row -> row.get("file"), row -> Integer.valueOf(row.get("rejected_unparseable_date"))));
        }
    }
}
