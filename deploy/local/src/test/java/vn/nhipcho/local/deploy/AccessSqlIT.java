package vn.nhipcho.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Migrations;
import vn.nhipcho.clickhouse.ReferenceTables;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.embedded.clickhouse.ServerOptions;

/** The SQL of {@code deploy/clickhouse}. The embedded engine has no users, so it can be parsed here and not enforced. */
class AccessSqlIT {
    private static final Pattern RAW = Pattern.compile("market_raw\\.`?(\\w+)`?");
    private static final Pattern VIEW = Pattern.compile("market\\.`?(\\w+)`?");
    private static final Set<String> EVERYTHING = Set.of("grafana", "analyst", "reporter", "migrator");

    @TempDir
    private static Path folder;

    private static EmbeddedClickHouse engine;
    private static ClickHouseConfig config;

    @BeforeAll
    static void startEngine() throws IOException, SQLException {
        engine = EmbeddedClickHouse.start(ServerOptions.at(folder.resolve("clickhouse")));
        config = ClickHouseConfig.at(engine.url());
        Migrations.apply(config, MigrationParameters.oneNode(ZoneId.of("Asia/Ho_Chi_Minh"), "VND"));
        Path reference = Files.createDirectories(folder.resolve("reference"));
        Files.writeString(reference.resolve("support_areas.csv"), """
                unit,level,code,valid_from,valid_to
                to-htx,cooperative,HTX-1,,
                to-xa,commune,31411,2020-01-01,
                to-cu,commune,31412,,2020-12-31
                """);
        ReferenceTables.load(config, reference);
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    @Test
    void everyStatementParses() throws SQLException {
        List<String> statements = statements();
        assertThat(statements).hasSizeGreaterThan(100);
        for (String statement : statements) {
            assertThat(query("EXPLAIN AST " + statement)).as(statement).isNotEmpty();
        }
    }

    @Test
    void noUserIsNamedLikeARole() {
        Set<String> users = names("CREATE USER IF NOT EXISTS (.+)");
        Set<String> roles = names("CREATE ROLE IF NOT EXISTS (.+)");
        assertThat(users).hasSize(4).doesNotContainAnyElementsOf(roles);
        assertThat(roles).hasSize(8);
    }

    @Test
    void aRoleMayReadTheTablesBelowItsViewsAndNoMore() throws SQLException {
        Map<String, Set<String>> below = tablesBelowViews();
        names("CREATE ROLE IF NOT EXISTS (.+)").stream()
                .filter(role -> !EVERYTHING.contains(role) && !role.equals("job_writer"))
                .forEach(role -> {
                    Set<String> needed = granted("SELECT", role, VIEW).stream()
                            .flatMap(view -> below.getOrDefault(view, Set.of("(no view " + view + ")")).stream())
                            .collect(Collectors.toCollection(TreeSet::new));
                    Set<String> tables = granted("SELECT", role, RAW);
                    tables.removeAll(granted("INSERT", role, RAW));
                    needed.removeAll(granted("INSERT", role, RAW));
                    // The notifier's connection asks for the deployment, of which it has no view.
                    tables.remove("deployment");
                    needed.remove("deployment");
                    assertThat(tables).as(role).isEqualTo(needed);
                });
    }

    @Test
    void supportSeesNoTableOfSellersWithoutARowPolicy() throws SQLException {
        Set<String> withPolicy = matches(statement("CREATE ROW POLICY OR REPLACE own_area"), RAW);
        Set<String> ofSellers = new TreeSet<>(query("SELECT DISTINCT table FROM system.columns"
                + " WHERE database = 'market_raw' AND name IN ('seller_id', 'household_key')"));
        ofSellers.retainAll(granted("SELECT", "support", RAW));
        assertThat(withPolicy).isEqualTo(ofSellers).hasSize(8);
        assertThat(matches(statement("CREATE ROW POLICY OR REPLACE every_area"), RAW))
                .isEqualTo(withPolicy);
    }

    /** Issued reports and imported figures are the only tables that a person other than support writes. */
    @Test
    void aReporterStoresReportsAndReportedFigures() {
        assertThat(granted("INSERT", "reporter", RAW)).containsExactly("issued_reports", "reported_figures");
        assertThat(granted("SELECT", "reporter", Pattern.compile("market_raw\\.(\\*)")))
                .containsExactly("*");
        assertThat(statement("CREATE SETTINGS PROFILE OR REPLACE reporting")).doesNotContain("readonly");
    }

    @Test
    void leadersSeeNoSeller() throws SQLException {
        Set<String> ofSellers = new TreeSet<>(query(
                "SELECT DISTINCT table FROM system.columns WHERE database = 'market_raw' AND name = 'seller_id'"));
        assertThat(granted("SELECT", "leaders", RAW)).isNotEmpty().doesNotContainAnyElementsOf(ofSellers);
        assertThat(statement("CREATE ROW POLICY OR REPLACE wide_sets")).doesNotContain("cooperative");
    }

    @Test
    void aSellerIsOfTheUnitThatTheNotifierSendsTo() throws SQLException {
        Matcher condition = Pattern.compile("(?s)USING (.*) TO support$")
                .matcher(statement("CREATE ROW POLICY OR REPLACE own_area").strip());
        assertThat(condition.find()).isTrue();
        Function<String, List<String>> seen = unit -> query("SELECT name FROM values("
                + "'name String, cooperative String, commune String, district String',"
                + " ('by cooperative', 'HTX-1', '31411', '930'), ('by commune', '(none)', '31411', '930'),"
                + " ('by district', '(none)', '31412', '930'), ('elsewhere', '(none)', '31500', '931')) WHERE "
                + condition.group(1).replace("getSetting('SQL_support_unit')", "'" + unit + "'"));
        assertThat(seen.apply("to-htx")).containsExactly("by cooperative");
        assertThat(seen.apply("to-xa")).containsExactly("by commune");
        // A unit whose time is over looks after nobody, and the old district has them again.
        assertThat(seen.apply("to-cu")).isEmpty();
        assertThat(seen.apply("930")).containsExactly("by district");
    }

    @Test
    void theDriverMaySetItsTimeOutInReadOnlyMode() {
        assertThat(statement("CREATE SETTINGS PROFILE OR REPLACE grafana"))
                .contains("readonly = 1,")
                .contains("max_execution_time = 30 CHANGEABLE_IN_READONLY");
    }

    private static Map<String, Set<String>> tablesBelowViews() throws SQLException {
        Map<String, String> views = new TreeMap<>();
        for (String row : query("SELECT name || '\t' || as_select FROM system.tables WHERE database = 'market'")) {
            views.put(row.split("\t", 2)[0], row.split("\t", 2)[1]);
        }
        Map<String, Set<String>> below = new TreeMap<>();
        views.keySet().forEach(view -> below.put(view, below(view, views)));
        return below;
    }

    private static Set<String> below(String view, Map<String, String> views) {
        Set<String> tables = matches(views.get(view), RAW);
        matches(views.get(view), VIEW).stream()
                .filter(other -> !other.equals(view) && views.containsKey(other))
                .forEach(other -> tables.addAll(below(other, views)));
        return tables;
    }

    private static Set<String> granted(String right, String role, Pattern what) {
        Set<String> found = new TreeSet<>();
        statements().stream()
                .filter(one -> one.matches("GRANT [A-Z, ]*\\b" + right + "\\b.* TO (.*\\b)?" + role + "\\b.*"))
                .forEach(one -> found.addAll(matches(one, what)));
        return found;
    }

    private static Set<String> matches(String text, Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String pattern) {
        return statements().stream()
                .map(Pattern.compile(pattern)::matcher)
                .filter(Matcher::matches)
                .flatMap(found -> Arrays.stream(found.group(1).split(", ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String statement(String beginning) {
        List<String> found =
                statements().stream().filter(one -> one.startsWith(beginning)).toList();
        assertThat(found).as(beginning).hasSize(1);
        return found.get(0);
    }

    /** None has a semicolon inside a string. */
    private static List<String> statements() {
        try (Stream<Path> files = Files.list(Manifest.DEPLOY.resolve("clickhouse"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(Manifest::text)
                    .map(text -> text.replaceAll("(?m)^ *--.*$", "").replaceAll("\\$\\{sha256:\\w+}", "0".repeat(64)))
                    .flatMap(text -> Arrays.stream(text.split(";")))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> query(String sql) {
        try (var connection = config.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
