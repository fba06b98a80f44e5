package vn.nhipcho.dashboards.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.dashboards.layout.Language;
import vn.nhipcho.dashboards.layout.Layouts;

class DashboardRendererTest {
    private static final String LAYOUT = """
            title: {vi: Một, en: One}
            description: {vi: Một trang, en: One page}
            folder: lanh-dao
            variables: [district, grain]
            links: [two]
            rows:
              - panels:
                  wide:
                    type: table
                    title: {vi: Bảng, en: Table}
                    description: {vi: Bảng, en: Table}
                    width: 16
                    sort: -value
                    fields:
                      code: {hidden: true}
                      name:
                        title: {vi: Tên, en: Name}
                        link: {to: two, set: {district: code}, title: {vi: Xem, en: Open}}
                      value: {title: {vi: Giá trị (đ), en: Value}, unit: money, thresholds: [red, 0.8, green]}
                      state: {title: {vi: Trạng thái, en: State}, mappings: {OPEN: {text: {vi: Mở, en: Open}, color: red}, "..29": {vi: ít, en: few}, /^▲/: {color: red}}}
                  beside: {type: stat, title: {vi: Bên, en: Beside}, description: {vi: Bên, en: Beside}, width: 8, height: 4, unit: money, values: [value], fields: {value: {vi: Giá trị (đ), en: Value}}}
                  under: {type: stat, title: {vi: Dưới, en: Under}, description: {vi: Dưới, en: Under}, width: 8, height: 5, below: true, unit: money}
                  next: {type: timeseries, title: {vi: Kế, en: Next}, description: {vi: Kế, en: Next}, width: 24, unit: money, series: platform}
              - title: {vi: Chi tiết, en: Details}
                collapsed: true
                panels:
                  folded: {type: stat, title: {vi: Gập, en: Folded}, description: {vi: Gập, en: Folded}, unit: money}
            """;

    @TempDir
    Path sources;

    @BeforeEach
    void write() throws IOException {
        write("units.yaml", "money: {unit: {vi: 'suffix:tỷ đ', en: 'suffix:bn VND'}, decimals: 2}\n");
        write("variables.yaml", """
                lang: {constant: {vi: vi, en: en}}
                district: {label: {vi: Huyện, en: District}}
                grain: {label: {vi: Kỳ, en: Grain}, options: {day: {vi: Ngày, en: Day}, month: {vi: Tháng, en: Month}}, default: month}
                """);
        write("variables/district.sql", "SELECT code, name FROM d WHERE '${lang:raw}' = 'vi'");
        for (String panel : List.of("wide", "beside", "under", "next", "folded")) {
            write("one/" + panel + ".sql", "SELECT 1 -- " + panel);
        }
        write("one/dashboard.yaml", LAYOUT);
        write("two/dashboard.yaml", """
                title: {vi: Hai, en: Two}
                description: {vi: Hai, en: Two}
                folder: nghiep-vu
                variables: [grain, district]
                """);
    }

    @Test
    void placesPanelsSideBySideUnderEachOtherAndInRows() {
        List<String> places = new ArrayList<>();
        rendered(Language.VI).path("panels").forEach(panel -> places.add(place(panel)));

        assertThat(places)
                .containsExactly("Bảng 0,0 16x9", "Bên 16,0 8x4", "Dưới 16,4 8x5", "Kế 0,9 24x9", "Chi tiết 0,18 24x1");
        assertThat(place(rendered(Language.VI).at("/panels/4/panels/0"))).isEqualTo("Gập 0,19 4x4");
    }

    @Test
    void namesColumnsInEachLanguage() {
        assertThat(property(Language.VI, "value", "displayName").asText()).isEqualTo("Giá trị (đ)");
        assertThat(property(Language.EN, "value", "displayName").asText()).isEqualTo("Value");
        assertThat(property(Language.VI, "value", "unit").asText()).isEqualTo("suffix:tỷ đ");
        assertThat(property(Language.VI, "value", "decimals").asInt()).isEqualTo(2);
        assertThat(property(Language.VI, "code", "custom.hidden").asBoolean()).isTrue();
        assertThat(rendered(Language.VI).at("/panels/0/options/sortBy/0").toString())
                .isEqualTo("{\"displayName\":\"Giá trị (đ)\",\"desc\":true}");
        assertThat(rendered(Language.VI)
                        .at("/panels/1/options/reduceOptions/fields")
                        .asText())
                .isEqualTo("/^(Giá trị \\(đ\\))$/");
        assertThat(rendered(Language.VI)
                        .at("/panels/3/fieldConfig/defaults/displayName")
                        .asText())
                .isEqualTo("${__field.labels.platform}");
    }

    @Test
    void writesThresholdsAndMappingsAsGrafanaHasThem() {
        assertThat(property(Language.VI, "value", "thresholds").toString())
                .isEqualTo("{\"mode\":\"absolute\",\"steps\":[{\"color\":\"red\",\"value\":null},"
                        + "{\"color\":\"green\",\"value\":0.8}]}");
        assertThat(property(Language.VI, "state", "mappings").toString())
                .isEqualTo(
                        "[{\"type\":\"value\",\"options\":{\"OPEN\":{\"text\":\"Mở\",\"index\":0,\"color\":\"red\"}}},"
                                + "{\"type\":\"range\",\"options\":{\"from\":null,\"to\":29,"
                                + "\"result\":{\"text\":\"ít\",\"index\":1}}},"
                                + "{\"type\":\"regex\",\"options\":{\"pattern\":\"/^▲/\","
                                + "\"result\":{\"index\":2,\"color\":\"red\"}}}]");
        assertThat(rendered(Language.VI)
                        .at("/panels/1/fieldConfig/defaults/thresholds/steps")
                        .toString())
                .as("nothing is red from 80 on by itself")
                .isEqualTo("[{\"color\":\"text\",\"value\":null}]");
    }

    @Test
    void linksCarryTheTimeAndWhatBothDashboardsHave() {
        assertThat(property(Language.EN, "name", "links").at("/0/url").asText())
                .isEqualTo("/d/nhip-cho-two-en?var-district=${__data.fields.code:percentencode}"
                        + "&${grain:queryparam}&${__url_time_range}");
        assertThat(rendered(Language.VI).at("/links/0/url").asText()).isEqualTo("/d/nhip-cho-two");
    }

    @Test
    void putsTheLanguageBeforeTheVariablesThatAskForIt() {
        List<String> names = new ArrayList<>();
        rendered(Language.VI)
                .at("/templating/list")
                .forEach(variable -> names.add(variable.path("name").asText() + " " + variable.at("/current/value")));

        assertThat(names).containsExactly("lang \"vi\"", "district [\"$__all\"]", "grain \"month\"");
    }

    @Test
    void keepsAPanelsIdWhereverItStands() {
        assertThat(rendered(Language.VI).at("/panels/1/id").asInt()).isEqualTo(PanelRenderer.id("beside"));
        assertThat(PanelRenderer.id("beside")).isNotEqualTo(PanelRenderer.id("under"));
    }

    private JsonNode rendered(Language language) {
        Layouts layouts = Layouts.read(sources);
        return new DashboardRenderer(layouts, layouts.dashboard("one"), language).render();
    }

    private JsonNode property(Language language, String column, String id) {
        for (JsonNode override : rendered(language).at("/panels/0/fieldConfig/overrides")) {
            if (override.at("/matcher/options").asText().equals(column)) {
                for (JsonNode property : override.path("properties")) {
                    if (property.path("id").asText().equals(id)) {
                        return property.path("value");
                    }
                }
            }
        }
        throw new AssertionError("no " + id + " of " + column);
    }

    private static String place(JsonNode panel) {
        JsonNode at = panel.path("gridPos");
        return panel.path("title").asText() + " " + at.path("x") + "," + at.path("y") + " " + at.path("w") + "x"
                + at.path("h");
    }

    private void write(String file, String text) throws IOException {
        Path path = sources.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
