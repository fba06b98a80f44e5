package vn.nhipcho.dashboards.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What ClickHouse answered: columns with their types, and rows as text. */
record Answer(List<Column> columns, List<List<String>> rows) {
    record Column(String name, String type) {
        boolean isTime() {
            return type.matches("(Nullable\\()?Date(32|Time|Time64)?\\b.*");
        }

        boolean isNumber() {
            return type.matches("(Nullable\\()?(U?Int|Float|Decimal)\\d*.*");
        }

        boolean isText() {
            return type.matches("(Nullable\\(|LowCardinality\\()?(String|Bool|Enum|FixedString).*");
        }
    }

    static Answer of(JsonNode json) {
        List<Column> columns = new ArrayList<>();
        json.path("meta")
                .forEach(column -> columns.add(new Column(
                        column.path("name").asText(), column.path("type").asText())));
        List<List<String>> rows = new ArrayList<>();
        json.path("data").forEach(row -> {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.isNull() ? "\\N" : cell.asText()));
            rows.add(cells);
        });
        return new Answer(List.copyOf(columns), rows);
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
