package vn.nhipcho.dashboards.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutsTest {
    private static final String RIGHT = """
            title: {vi: Một, en: One}
            description: {vi: Một trang, en: One page}
            folder: lanh-dao
            variables: [grain]
            rows:
              - panels:
                  orders:
                    type: stat
                    title: {vi: Đơn hàng, en: Orders}
                    description: {vi: Đếm đơn, en: Counts orders}
                    unit: count
                    thresholds: [red, 0.8, orange, 1, green]
                    fields:
                      orders: {vi: Đơn, en: Orders}
                      share: {title: {vi: Tỷ lệ, en: Share}, unit: count, link: {to: one, set: {grain: share}}}
            """;

    @TempDir
    Path sources;

    @BeforeEach
    void write() throws IOException {
        write("units.yaml", "count: {unit: locale, decimals: 0}\n");
        write("variables.yaml", "grain: {label: {vi: Kỳ, en: Grain}, options: {day: {vi: Ngày, en: Day}}}\n");
        write("one/orders.sql", "SELECT 1 AS orders\n");
        write("one/dashboard.yaml", RIGHT);
    }

    @Test
    void readsADashboardWithItsSql() {
        Dashboard dashboard = Layouts.read(sources).dashboard("one");

        Panel panel = dashboard.panels().findFirst().orElseThrow();
        assertThat(dashboard.title()).isEqualTo(new Text("Một", "One"));
        assertThat(panel.sql()).containsExactly("SELECT 1 AS orders");
        assertThat(panel.defaults().unit().orElseThrow().decimals()).hasValue(0);
        assertThat(panel.defaults().thresholds())
                .extracting(Field.Threshold::color)
                .containsExactly("red", "orange", "green");
        assertThat(panel.fields().get("orders").title()).isEqualTo(new Text("Đơn", "Orders"));
        assertThat(panel.fields().get("share").links().get(0).set()).containsEntry("grain", "share");
    }

    @Test
    void tellsEverythingThatIsWrongWithFileAndKey() throws IOException {
        write(
                "one/dashboard.yaml",
                RIGHT.replace("{vi: Một, en: One}", "{vi: Một}")
                        .replace("unit: count\n        thresholds", "unit: cuont\n        thresholds")
                        .replace(
                                "description: {vi: Đếm đơn, en: Counts orders}",
                                "descripton: {vi: Đếm đơn, en: Counts orders}")
                        .replace("[red, 0.8,", "[0.8,")
                        .replace("variables: [grain]", "variables: [grane]")
                        .replace("to: one", "to: two"));
        write("one/others.txt", "");
        Files.delete(sources.resolve("one/orders.sql"));

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "one/dashboard.yaml: title: has no text in the language en",
                        "one/dashboard.yaml: rows[0].panels.orders: there is no file one/orders.sql",
                        "one/dashboard.yaml: rows[0].panels.orders.description: is missing: {vi: …, en: …}",
                        "one/dashboard.yaml: rows[0].panels.orders: no such unit in units.yaml: cuont",
                        "one/dashboard.yaml: rows[0].panels.orders.thresholds: must go colour, value, colour, …: [red, 0.8, orange, 1, green]",
                        "one/dashboard.yaml: rows[0].panels.orders: no such key: descripton",
                        "one/dashboard.yaml: variables: no such variable in variables.yaml: grane",
                        "one/dashboard.yaml: a link leads to a dashboard that is not there: two");
    }

    @Test
    void tellsOfATextThatIsNotInBothLanguages() throws IOException {
        write(
                "one/dashboard.yaml",
                RIGHT.replace("title: {vi: Đơn hàng, en: Orders}", "title: Đơn hàng")
                        + "                      options: {text: {vi: Một}}\n".substring(12));

        assertThat(problems())
                .contains("one/dashboard.yaml: rows[0].panels.orders.title: must be in both languages: {vi: …, en: …}");
    }

    @Test
    void tellsOfChoicesThatAreNone() throws IOException {
        write(
                "variables.yaml",
                "grain: {label: {vi: Kỳ, en: Grain}, options: {day: {vi: Ngày, en: Day}}, default: hour}\n");

        assertThat(problems()).containsExactly("variables.yaml: grain: default is none of the options: hour");
    }

    private java.util.List<String> problems() {
        return catchThrowableOfType(LayoutException.class, () -> Layouts.read(sources))
                .problems();
    }

    private void write(String file, String text) throws IOException {
        Path path = sources.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
