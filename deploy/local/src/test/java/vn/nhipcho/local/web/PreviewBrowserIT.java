package vn.nhipcho.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.engine.ReachedClickHouse;
import vn.nhipcho.local.health.Health;

/** Every dashboard in a real browser, on a season that came all the way through Kafka and Flink. */
class PreviewBrowserIT {
    private static final String OVERVIEW = "nhip-cho-tong-quan";
    private static final String PLACES = "nhip-cho-dia-ban";

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static ReachedClickHouse clickhouse;
    private static WebServer server;

    /** What a page is looked at on. */
    private enum Screen {
        DESKTOP(1440, 900),
        TV(1920, 1080),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        var directory = new DataDirectory(folder.resolve("data"));
        SmallSeason.stream(folder, directory);
        clickhouse = ReachedClickHouse.on(directory, "dashboards");
        SmallSeason.markSimulated(clickhouse.config());
        server = WebServer.start(clickhouse.config(), Health.of(clickhouse.config()), 0);
    }

    @AfterAll
    static void stop() {
        Stream.of(server, clickhouse, chromium).filter(one -> one != null).forEach(PreviewBrowserIT::close);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Arguments> everyDashboardOnEveryScreen() {
        return RenderedDashboard.all().stream()
                .filter(dashboard -> dashboard.language().equals("vi"))
                .flatMap(dashboard -> Stream.of(Screen.values()).map(screen -> Arguments.of(dashboard.uid(), screen)));
    }

    @ParameterizedTest
    @MethodSource("everyDashboardOnEveryScreen")
    void showsFiguresInEveryPanel(String uid, Screen screen) {
        try (PreviewPage page = open(uid, screen)) {
            assertThat(page.silentPanels()).isEmpty();
            assertThat(page.scrollsSideways()).as("scrolls sideways").isFalse();
            assertThat(page.page().title()).startsWith("Bản xem trước – ");
            assertThat(page.page().innerText("main")).contains("DỮ LIỆU MÔ PHỎNG");
            assertThat(page.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void showsAnotherFigureWhenADistrictIsChosenAndTheOldOneOnTheWayBack(Screen screen) {
        try (PreviewPage page = open(OVERVIEW, screen)) {
            String all = page.page().innerText("main");
            Locator district = page.page().locator("#var-district");
            district.locator("summary").click();
            district.getByText("Huyện Vị Thủy").click();
            district.getByText("Áp dụng").click();
            page.page().waitForURL("**var-district=935**");
            page.settle();

            assertThat(district.locator("summary").innerText()).contains("Huyện Vị Thủy");
            assertThat(page.page().innerText("main")).isNotEqualTo(all);

            page.page().goBack();
            page.page()
                    .waitForFunction(
                            "() => document.querySelector('#var-district summary').innerText.includes('Tất cả')");
            page.settle();
            assertThat(page.page().innerText("main")).isEqualTo(all);
            assertThat(page.problems()).isEmpty();
        }
    }

    @Test
    void showsTheLastChoiceWhenTheAnswerToTheOneBeforeComesLater() {
        try (PreviewPage page = open(OVERVIEW, Screen.DESKTOP)) {
            List<Route> held = new ArrayList<>();
            page.page().route("**/variables?**", route -> {
                if (held.isEmpty()) {
                    held.add(route);
                } else {
                    route.resume();
                }
            });
            chooseTime(page, "12 tháng qua");
            page.page().waitForURL("**from=now-12M*");
            page.page().locator("#time").getByText("90 ngày qua").click();
            page.page().waitForURL("**from=now-90d*");
            page.settle();
            String ninetyDays = page.page().innerText("main");

            assertThat(held).hasSize(1);
            held.get(0).resume();
            page.page().waitForLoadState(LoadState.NETWORKIDLE);
            page.settle();
            assertThat(page.page().locator("#time summary").innerText()).startsWith("90 ngày qua");
            assertThat(page.page().innerText("main")).isEqualTo(ninetyDays);
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void showsThePresetAndAnyOtherRangeOfTime(Screen screen) {
        try (PreviewPage page = open(OVERVIEW, screen)) {
            String month = page.page().innerText("main");
            chooseTime(page, "12 tháng qua");
            page.page().waitForURL("**from=now-12M*");
            page.settle();
            assertThat(page.page().innerText("main")).isNotEqualTo(month);

            page.page().locator("#time summary").click();
            page.page().getByLabel("Từ ngày").fill("2026-08-15");
            page.page().getByLabel("Đến ngày").fill("2026-08-01");
            page.page().locator("#time").getByText("Áp dụng").click();
            assertThat(page.page().locator("#time [role=alert]").innerText()).startsWith("Ngày đầu");

            page.page().getByLabel("Đến ngày").fill("2026-09-14");
            page.page().locator("#time").getByText("Áp dụng").click();
            page.page().waitForURL("**from=1786726800000**to=1789405199999**");
            page.settle();
            assertThat(page.page().locator("#time summary").innerText()).contains("15/08/2026 – 14/09/2026");
            assertThat(page.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void followsADrillDownThatCarriesTheRowAndTheTime(Screen screen) {
        try (PreviewPage page = open(PLACES, screen)) {
            chooseTime(page, "12 tháng qua");
            page.page().waitForURL("**from=now-12M*");
            page.settle();
            Locator link = page.page()
                    .locator("td a[href^='/d/nhip-cho-']:not(.sheet a)")
                    .first();
            String target = link.getAttribute("href");
            link.click();
            page.page().waitForURL("**" + target);
            page.settle();

            assertThat(target).contains("var-").contains("from=now-12M");
            assertThat(page.page().locator("#time summary").innerText()).startsWith("12 tháng qua");
            assertThat(page.page().locator("h1").innerText()).isNotEmpty();
            assertThat(page.problems()).isEmpty();
        }
    }

    @Test
    void leavesTheOtherPanelsWhenOneFails() {
        try (PreviewPage page = new PreviewPage(chromium.browser(), server.url(), 1440, 900)) {
            int first = RenderedDashboard.all().stream()
                    .filter(dashboard -> dashboard.uid().equals(OVERVIEW))
                    .findFirst()
                    .orElseThrow()
                    .panels()
                    .get(0)
                    .id();
            page.page()
                    .route(
                            "**/panels/" + first + "?*",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(502)
                                    .setBody("{\"error\": \"ClickHouse: too slow\"}")));
            page.open(OVERVIEW);

            assertThat(page.silentPanels())
                    .singleElement()
                    .asString()
                    .endsWith("failed Không lấy được số liệu: ClickHouse: too slow");
        }
    }

    @Test
    void isThereInEnglishWithTheSameChoice() {
        try (PreviewPage page = open(OVERVIEW + "?from=now-90d/d&to=now&var-district=935", Screen.DESKTOP)) {
            page.page().getByText("English").click();
            page.page().waitForURL("**/d/" + OVERVIEW + "-en?**");
            page.settle();

            assertThat(page.page().url()).contains("var-district=935").contains("from=now-90d");
            assertThat(page.page().getAttribute("html", "lang")).isEqualTo("en");
            assertThat(page.page().innerText("main")).contains("SIMULATED DATA");
            assertThat(page.silentPanels()).isEmpty();
            assertThat(page.problems()).isEmpty();
        }
    }

    @Test
    void canBeUsedByKeyboard() {
        try (PreviewPage page = open(OVERVIEW, Screen.DESKTOP)) {
            page.page().locator("#time summary").focus();
            page.page().keyboard().press("Enter");
            assertThat(page.page().locator("#time .presets").isVisible()).isTrue();
            page.page().keyboard().press("Escape");
            assertThat(page.page().locator("#time .presets").isVisible()).isFalse();
            assertThat(page.page().evaluate("document.activeElement.closest('#time') !== null"))
                    .isEqualTo(true);
        }
    }

    @Test
    void listsTheDashboardsByFolder() {
        try (PreviewPage page = new PreviewPage(chromium.browser(), server.url(), 1440, 900)) {
            page.page().navigate(server.url());
            page.page().waitForSelector(".cards");

            List<String> titles = RenderedDashboard.all().stream()
                    .filter(dashboard -> dashboard.language().equals("vi"))
                    .map(RenderedDashboard::title)
                    .toList();
            assertThat(page.page().locator(".cards a").allInnerTexts()).containsExactlyInAnyOrderElementsOf(titles);
            assertThat(page.page()
                            .getByRole(
                                    AriaRole.HEADING, new com.microsoft.playwright.Page.GetByRoleOptions().setLevel(2))
                            .first()
                            .innerText())
                    .isEqualTo("Dành cho lãnh đạo");
            assertThat(page.problems()).isEmpty();
        }
    }

    private static PreviewPage open(String address, Screen screen) {
        var page = new PreviewPage(chromium.browser(), server.url(), screen.width, screen.height);
        page.open(address);
        return page;
    }

    private static void chooseTime(PreviewPage page, String preset) {
        page.page().locator("#time summary").click();
        page.page().locator("#time").getByText(preset).click();
    }
}
