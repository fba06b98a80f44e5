package vn.nhipcho.local.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.local.report.page.Cell;
import vn.nhipcho.local.report.page.Page;
import vn.nhipcho.local.report.page.Row;
import vn.nhipcho.local.report.page.Table;
import vn.nhipcho.local.report.page.Unit;

/** One number of a report, with what it was called, so that it can be shown when its row is gone. */
record IssuedFigure(
        String table, String row, String column, String label, String columnTitle, BigDecimal amount, Unit unit) {

    static List<IssuedFigure> of(Page page) {
        List<IssuedFigure> figures = new ArrayList<>();
        for (Table table : page.tables()) {
            for (Row row : table.rows()) {
                for (int i = 0; i < row.cells().size(); i++) {
                    Cell cell = row.cells().get(i);
                    if (cell.isNumber()) {
                        figures.add(new IssuedFigure(
                                table.id(),
                                row.id(),
                                table.columns().get(i).id(),
                                row.label(),
                                table.columns().get(i).title(),
                                cell.amount(),
                                cell.unit()));
                    }
                }
            }
        }
        return figures;
    }

    boolean isSameAs(IssuedFigure other) {
        return table.equals(other.table) && row.equals(other.row) && column.equals(other.column);
    }
}
