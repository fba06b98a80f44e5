package vn.nhipcho.dashboards.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;

class LintTest {
    private static final String PATH = "vi/lanh-dao/nhip-cho-one.json";
    private static final String RIGHT = """
            {"uid": "nhip-cho-one", "title": "Một", "description": "Một trang", "schemaVersion": 41, "editable": false,
             "timezone": "Asia/Ho_Chi_Minh", "links": [],
             "templating": {"list": [{"name": "district", "type": "query", "query": {"rawSql": "SELECT 1"}}]},
             "panels": [
               {"id": 1, "type": "table", "title": "Bảng", "description": "Đếm đơn", "pluginVersion": "12.3.0",
                "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8},
                "datasource": {"type": "grafana-clickhouse-datasource", "uid": "nhip-cho-clickhouse"},
                "fieldConfig": {"defaults": {"unit": "locale"}, "overrides": []},
                "targets": [{"refId": "A", "editorType": "sql", "format": 1, "pluginVersion": "4.20.0",
                  "rawSql": "SELECT 1 FROM market.sales WHERE $__timeFilter(hour) AND district IN (${district:singlequote})"}]},
               {"id": 2, "type": "text", "title": "Chữ", "description": "Lời", "pluginVersion": "12.3.0",
                "gridPos": {"x": 12, "y": 0, "w": 12, "h": 8}}]}
            """;

    private ObjectNode dashboard;

    @BeforeEach
    void startFromWhatIsRight() throws IOException {
        dashboard = (ObjectNode) new ObjectMapper().readTree(RIGHT);
        assertThat(findings()).isEmpty();
    }

    @Test
    void findsNothingInTheDashboards() {
        assertThat(Lint.of(RenderedDashboard.all())).isEmpty();
    }

    @Test
    void wantsADashboardToBeWhole() {
        assertFinds("has an id", json -> json.put("id", 7));
        assertFinds("uid is not", json -> json.put("uid", "nhịp"));
        assertFinds("schemaVersion", json -> json.remove("schemaVersion"));
        assertFinds("is editable", json -> json.remove("editable"));
        assertFinds("timezone", json -> json.put("timezone", "browser"));
        assertFinds("has no description", json -> json.put("description", ""));
        assertFinds("__inputs", json -> json.putArray("__inputs"));
        assertFinds("absolute address", json -> json.put("logo", "https://example.invalid/a.png"));
        assertFinds("NFC", json -> json.put("title", "Mo\u0323\u0302t"));
        assertFinds(
                "another data source",
                json -> panel(json).putObject("datasource").put("uid", "${DS_CLICKHOUSE}"));
    }

    @Test
    void wantsEachPanelToSayWhatItIs() {
        assertFinds("has no title", json -> panel(json).put("title", ""));
        assertFinds("has no description", json -> panel(json).remove("description"));
        assertFinds("has no unit", json -> ((ObjectNode) panel(json).at("/fieldConfig/defaults")).remove("unit"));
        assertFinds("asks nothing", json -> panel(json).putArray("targets"));
        assertFinds("its id is taken", json -> panel(json).put("id", 2));
        assertFinds("another panel has its title", json -> panel(json).put("title", "Chữ"));
        assertFinds("editorType", json -> target(json).remove("editorType"));
        assertFinds("format is not", json -> target(json).put("format", "table"));
        assertFinds("without ORDER BY", json -> target(json).put("format", 0));
        assertFinds("refId", json -> target(json).put("refId", ""));
    }

    @Test
    void wantsPanelsApartAndInsideTheGrid() {
        assertFinds("lies upon", json -> ((ObjectNode) panel(json).get("gridPos")).put("w", 13));
        assertFinds("outside the grid", json -> ((ObjectNode) json.at("/panels/1/gridPos")).put("w", 13));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            without :singlequote ; SELECT 1 WHERE d IN ($district)
            without :singlequote ; SELECT 1 WHERE d IN (${district:csv})
            facts of all times   ; SELECT ${district:text} FROM market.successes
            facts of all times   ; SELECT ${district:text} FROM market.successes WHERE hour <= $__toTime
            without a seller_id  ; SELECT ${district:text} FROM market.order_lines WHERE $__timeFilter(placed_at)
            market_raw           ; SELECT ${district:text} FROM market_raw.sellers
            $__dateFilter        ; SELECT ${district:text} WHERE $__dateFilter(day)
            a $ in a comment     ; SELECT ${district:text} -- of $district
            not defined          ; SELECT ${district:text}, ${commune:text}
            is defined and not used ; SELECT 1
            """)
    void wantsSafeSql(String finding, String sql) {
        assertFinds(finding, json -> target(json).put("rawSql", sql));
    }

    @Test
    void wantsVariablesInAnOrderThatEnds() {
        assertFinds("uses itself", json -> ((ObjectNode) json.at("/templating/list/0/query"))
                .put("rawSql", "SELECT $district"));
        assertFinds("uses one that is not above it", json -> ((ObjectNode) json.at("/templating/list/0/query"))
                .put("rawSql", "SELECT ${commune:text}"));
        assertFinds("allValue", json -> ((ObjectNode) json.at("/templating/list/0")).put("allValue", ".*"));
        assertFinds("is there twice", json -> {
            ArrayNode variables = (ArrayNode) json.at("/templating/list");
            variables.add(variables.get(0).deepCopy());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            leads to no dashboard ; /d/nhip-cho-nobody
            leads to no dashboard ; /explore
            not there: commune    ; /d/nhip-cho-one?var-commune=1
            not there: grain      ; /d/nhip-cho-one?var-district=1&${grain:queryparam}
            """)
    void wantsLinksToLeadSomewhere(String finding, String url) {
        assertFinds(finding, json -> ((ArrayNode) json.get("links")).addObject().put("url", url));
    }

    @Test
    void wantsUidsAndTitlesOnce() {
        RenderedDashboard one = RenderedDashboard.parse(PATH, dashboard.toString());

        assertThat(Lint.of(List.of(one, one)).toString())
                .contains("the same uid")
                .contains("the same title in a folder");
    }

    private void assertFinds(String finding, Consumer<ObjectNode> spoil) {
        ObjectNode right = dashboard.deepCopy();
        spoil.accept(dashboard);
        assertThat(findings()).anySatisfy(found -> assertThat(found.toString()).contains(finding));
        dashboard = right;
    }

    private List<Finding> findings() {
        return Lint.of(List.of(RenderedDashboard.parse(PATH, dashboard.toString())));
    }

    private static ObjectNode panel(ObjectNode dashboard) {
        return (ObjectNode) dashboard.at("/panels/0");
    }

    private static ObjectNode target(ObjectNode dashboard) {
        return (ObjectNode) dashboard.at("/panels/0/targets/0");
    }
}
