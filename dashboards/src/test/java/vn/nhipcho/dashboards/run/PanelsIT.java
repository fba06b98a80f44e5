package vn.nhipcho.dashboards.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.dashboards.Module;
import vn.nhipcho.dashboards.layout.Language;
import vn.nhipcho.dashboards.layout.Layouts;
import vn.nhipcho.dashboards.layout.Panel;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.dashboards.rendered.RenderedPanel;
import vn.nhipcho.dashboards.rendered.RenderedTarget;
import vn.nhipcho.dashboards.sql.PanelSql;
import vn.nhipcho.dashboards.sql.Variables;

/**
 * Runs every query of every dashboard on the real tables and views with a season whose figures are known.
 *
 * <p>{@code -Dnhipcho.dashboard=dia-ban} keeps to one dashboard.
 */
class PanelsIT {
    private static final String ONLY = System.getProperty("nhipcho.dashboard", "");

    @TempDir
    static Path folder;

    private static Season season;
    private static List<RenderedDashboard> dashboards;
    private static final Map<String, Choices> CHOICES = new HashMap<>();

    @BeforeAll
    static void load() throws Exception {
        season = Season.start(folder.resolve("clickhouse"));
        dashboards = RenderedDashboard.all().stream()
                .filter(dashboard -> ONLY.isEmpty() || isOf(dashboard, ONLY))
                .toList();
        assertThat(dashboards).isNotEmpty();
        dashboards.forEach(
                dashboard -> CHOICES.put(dashboard.uid(), new Choices(dashboard, season.clickHouse(), Expected.MARCH)));
    }

    @AfterAll
    static void stop() {
        if (season != null) {
            season.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPanelShowsSomethingOfTheSeason() {
        return tests(dashboard -> forEachTarget(dashboard, (panel, target) -> {
            Answer answer = ask(panel, target, choices(dashboard).atFirst());
            List<String> problems = new ArrayList<>(PanelShape.problems(panel, target, answer));
            if (answer.rows().isEmpty() && !isShownByAnExpectedCase(dashboard, panel)) {
                problems.add("is empty");
            }
            return problems;
        }));
    }

    /** What needs more than the season has in one month may show it in a range of its own. */
    private static boolean isShownByAnExpectedCase(RenderedDashboard dashboard, RenderedPanel panel) {
        Layouts layouts = Layouts.read(Module.DIRECTORY.resolve("src/main/dashboards"));
        return Expected.all().stream()
                .filter(expected -> isOf(dashboard, expected.dashboard()))
                .filter(expected -> expected.table().size() > 1)
                .flatMap(expected -> layouts.dashboard(expected.dashboard())
                        .panels()
                        .filter(laidOut -> laidOut.name().equals(expected.panel())))
                .anyMatch(laidOut ->
                        List.of(laidOut.title().vi(), laidOut.title().en()).contains(panel.title()));
    }

    @TestFactory
    Stream<DynamicTest> everyPanelTakesTwoValuesOfWhichOneHoldsAQuote() {
        return tests(dashboard -> forEachTarget(
                dashboard,
                (panel, target) -> PanelShape.problems(
                        panel, target, ask(panel, target, choices(dashboard).two()))));
    }

    @TestFactory
    Stream<DynamicTest> everyPanelTakesEverySingleChoice() {
        return tests(dashboard -> forEachTarget(dashboard, (panel, target) -> {
            List<String> problems = new ArrayList<>();
            for (Variables variables : choices(dashboard).everySingleChoice()) {
                problems.addAll(PanelShape.problems(panel, target, ask(panel, target, variables)));
            }
            return problems;
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyVariableHasOptionsAndEveryEventATime() {
        return tests(dashboard -> {
            List<String> problems = new ArrayList<>();
            dashboard.variables().stream()
                    .filter(variable -> variable.rawSql().isPresent())
                    .filter(variable ->
                            choices(dashboard).options(variable.name()).isEmpty())
                    .forEach(variable -> problems.add("variable " + variable.name() + " has no option"));
            dashboard.annotations().forEach(annotation -> {
                Answer answer = season.clickHouse()
                        .ask(PanelSql.expand(
                                annotation.rawSql(),
                                choices(dashboard).atFirst(),
                                Expected.MARCH,
                                vn.nhipcho.dashboards.sql.Interval.parse("1h")));
                if (answer.columns().stream().noneMatch(column -> column.name().equals("time") && column.isTime())) {
                    problems.add("annotation " + annotation.name() + " has no time");
                }
            });
            return problems;
        });
    }

    /** What the run above would not notice, it could not guard: each column that a layout names, misspelt in the SQL. */
    @TestFactory
    Stream<DynamicTest> aWrongColumnInAnyPanelIsNoticed() {
        Layouts layouts = Layouts.read(Module.DIRECTORY.resolve("src/main/dashboards"));
        return tests(dashboard -> dashboard.language().equals("en") ? List.of() : unnoticed(layouts, dashboard));
    }

    private static List<String> unnoticed(Layouts layouts, RenderedDashboard dashboard) {
        List<String> unnoticed = new ArrayList<>();
        for (Panel laidOut : layouts.dashboards().stream()
                .filter(layout -> Language.VI.uid(layout.name()).equals(dashboard.uid()))
                .flatMap(layout -> layout.panels())
                .filter(panel -> panel.sql().size() == 1)
                .toList()) {
            RenderedPanel panel = panelOf(dashboard, laidOut);
            RenderedTarget target = panel.targets().get(0);
            if (laidOut.fields().isEmpty()) {
                unnoticed.add(laidOut.name() + " names no column");
            }
            for (String column : laidOut.fields().keySet()) {
                // Not a variable of the same name.
                String wrong = target.rawSql().replaceAll("(?<![${])\\b" + column + "\\b", column + "_wrong");
                if (!isNoticed(dashboard, panel, new RenderedTarget(target.refId(), wrong, target.format()))) {
                    unnoticed.add(laidOut.name() + ": " + column);
                }
            }
        }
        return unnoticed;
    }

    private static boolean isNoticed(RenderedDashboard dashboard, RenderedPanel panel, RenderedTarget wrong) {
        try {
            return !PanelShape.problems(
                            panel, wrong, ask(panel, wrong, choices(dashboard).atFirst()))
                    .isEmpty();
        } catch (ClickHouse.Refused noticed) {
            return true;
        }
    }

    @TestFactory
    Stream<DynamicTest> figuresAreThoseOfTheSeason() {
        Layouts layouts = Layouts.read(Module.DIRECTORY.resolve("src/main/dashboards"));
        return Expected.all().stream()
                .filter(expected -> ONLY.isEmpty() || expected.dashboard().equals(ONLY))
                .map(expected -> DynamicTest.dynamicTest(
                        expected.dashboard() + "/" + expected.panel() + " " + String.join(" ", expected.choices()),
                        () -> {
                            RenderedDashboard dashboard = dashboards.stream()
                                    .filter(rendered -> rendered.uid().equals(Language.VI.uid(expected.dashboard())))
                                    .findFirst()
                                    .orElseThrow();
                            Panel laidOut = layouts.dashboard(expected.dashboard())
                                    .panels()
                                    .filter(panel -> panel.name().equals(expected.panel()))
                                    .findFirst()
                                    .orElseThrow(() -> new AssertionError("no panel is called " + expected.panel()));
                            RenderedPanel panel = panelOf(dashboard, laidOut);
                            Answer answer = season.clickHouse()
                                    .ask(PanelSql.expand(
                                            panel.targets().get(0).rawSql(),
                                            expected.variables(choices(dashboard)),
                                            expected.range(),
                                            panel.interval(expected.range())));
                            assertThat(lines(expected.comparable(answer))).isEqualTo(lines(expected.table()));
                        }));
    }

    private static String lines(List<List<String>> table) {
        return String.join(
                "\n", table.stream().map(row -> String.join("\t", row)).toList());
    }

    private static RenderedPanel panelOf(RenderedDashboard dashboard, Panel laidOut) {
        return dashboard.panels().stream()
                .filter(panel -> panel.title().equals(laidOut.title().vi()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<DynamicTest> tests(Function<RenderedDashboard, List<String>> problems) {
        return dashboards.stream()
                .map(dashboard -> DynamicTest.dynamicTest(dashboard.uid(), () -> assertThat(problems.apply(dashboard))
                        .isEmpty()));
    }

    private interface Check {
        List<String> problems(RenderedPanel panel, RenderedTarget target);
    }

    private static List<String> forEachTarget(RenderedDashboard dashboard, Check check) {
        List<String> problems = new ArrayList<>();
        for (RenderedPanel panel : dashboard.panels()) {
            for (RenderedTarget target : panel.targets()) {
                try {
                    check.problems(panel, target).forEach(problem -> problems.add(panel.title() + ": " + problem));
                } catch (RuntimeException refused) {
                    problems.add(panel.title() + ": " + refused.getMessage());
                }
            }
        }
        return problems;
    }

    private static Answer ask(RenderedPanel panel, RenderedTarget target, Variables variables) {
        return season.clickHouse()
                .ask(PanelSql.expand(target.rawSql(), variables, Expected.MARCH, panel.interval(Expected.MARCH)));
    }

    private static Choices choices(RenderedDashboard dashboard) {
        return CHOICES.get(dashboard.uid());
    }

    private static boolean isOf(RenderedDashboard dashboard, String name) {
        return Stream.of(Language.values()).anyMatch(language -> dashboard.uid().equals(language.uid(name)));
    }
}
