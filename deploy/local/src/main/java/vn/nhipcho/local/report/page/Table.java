package vn.nhipcho.local.report.page;

import java.util.List;

/** @param rowTitle what the rows' labels are; @param columns of the cells, without that of the labels */
public record Table(
        String id, String title, String rowTitle, List<Column> columns, List<Row> rows, List<String> notes) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        for (Row row : rows) {
            if (row.style() != Row.Style.HEADING && row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("row %s of table %s has %d cells for %d columns"
                        .formatted(row.id(), id, row.cells().size(), columns.size()));
            }
        }
    }
}
