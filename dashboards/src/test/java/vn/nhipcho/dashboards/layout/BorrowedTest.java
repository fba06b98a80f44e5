package vn.nhipcho.dashboards.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BorrowedTest {
    private static final String HEAD = "title: {vi: Một, en: One}\ndescription: {vi: Một, en: One}\nfolder: f\nrows:\n";

    @TempDir
    Path sources;

    @BeforeEach
    void write() throws Exception {
        Files.createDirectories(sources.resolve("one"));
        Files.createDirectories(sources.resolve("tv"));
        Files.writeString(sources.resolve("one/orders.sql"), "SELECT 1 AS orders, 2 AS lines");
        Files.writeString(sources.resolve("one/dashboard.yaml"), HEAD + """
                  - panels:
                      orders:
                        type: stat
                        title: {vi: Đơn, en: Orders}
                        description: {vi: Đơn, en: Orders}
                        width: 4
                        fields: {orders: {vi: Đơn, en: Orders}, lines: {title: {vi: Dòng, en: Lines}}}
                """);
    }

    @Test
    void takesThePanelWithItsSqlAndChangesWhatItsOwnKeysSay() throws Exception {
        Files.writeString(
                sources.resolve("tv/dashboard.yaml"),
                HEAD + "  - panels:\n      big: {from: one/orders, width: 12, fields: {lines: {hidden: true}}}\n");

        Panel panel = Layouts.read(sources).dashboard("tv").panels().findFirst().orElseThrow();

        assertThat(panel.name()).isEqualTo("big");
        assertThat(panel.width()).hasValue(12);
        assertThat(panel.sql()).containsExactly("SELECT 1 AS orders, 2 AS lines");
        assertThat(panel.fields().get("lines").isHidden()).isTrue();
        assertThat(panel.fields().get("lines").title().vi()).isEqualTo("Dòng");
        assertThat(panel.fields().get("orders").isHidden()).isFalse();
    }

    @Test
    void tellsOfAPanelThatIsNotThere() throws Exception {
        Files.writeString(sources.resolve("tv/dashboard.yaml"), HEAD + "  - panels:\n      big: {from: one/others}\n");

        assertThatThrownBy(() -> Layouts.read(sources))
                .hasMessageContaining("tv/dashboard.yaml: rows[0].panels.big: from: there is no panel one/others");
    }
}
