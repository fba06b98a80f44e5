package vn.nhipcho.local.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhipcho.local.report.figures.CellFigures;
import vn.nhipcho.local.report.figures.Cooperatives;
import vn.nhipcho.local.report.figures.Dimension;
import vn.nhipcho.local.report.figures.Measure;
import vn.nhipcho.local.report.figures.Measures;
import vn.nhipcho.local.report.page.Cell;
import vn.nhipcho.local.report.page.Column;
import vn.nhipcho.local.report.page.Row;
import vn.nhipcho.local.report.page.Table;
import vn.nhipcho.local.report.page.Unit;
import vn.nhipcho.local.report.page.Words;

/** How far cooperatives and cooperative groups have come, and what they and their members sold. */
final class CooperativeTable {
    private final ReportData data;
    private final Words words;

    CooperativeTable(ReportData data, Words words) {
        this.data = data;
        this.words = words;
    }

    Table table() {
        List<Row> rows = data.cooperatives().stream().map(this::row).toList();
        List<Column> columns = List.of(
                new Column("registered", words.of("column.registered"), null),
                new Column("activated", words.of("column.coop_activated"), null),
                new Column("on_sale", words.of("column.coop_on_sale"), null),
                new Column("traded", words.of("column.coop_traded"), null),
                new Column("transactions", words.of("column.transactions"), null),
                new Column("value", words.of("column.value"), Unit.MONEY),
                new Column("share", words.of("column.share"), null));
        return new Table(
                "cooperatives",
                words.of("table.cooperatives"),
                words.of("column.kind"),
                columns,
                rows,
                List.of(words.of("note.table.cooperatives")));
    }

    private Row row(Cooperatives kind) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.count(kind.registered()),
                Cell.count(kind.activated()),
                Cell.count(kind.onSale()),
                Cell.count(kind.traded())));
        cells.addAll(sold(kind.kind()));
        return new Row(kind.kind(), words.orCode("kind.", kind.kind()), Row.Style.PLAIN, cells);
    }

    private List<Cell> sold(String kind) {
        Optional<CellFigures> sold = data.cells().get(Dimension.COOPERATIVE).stream()
                .filter(cell -> data.cooperativeNames().containsKey(cell.id())
                        && data.cooperativeNames().get(cell.id()).kind().equals(kind))
                .reduce(CellFigures::with);
        if (sold.isEmpty()) {
            return List.of(Cell.count(0), Cell.number(BigDecimal.ZERO, Unit.MONEY), Cell.NONE);
        }
        CellFigures figures = sold.get();
        if (figures.sellers().size() < Measures.FEWEST_SELLERS) {
            return List.of(Cell.FEW, Cell.FEW, Cell.FEW);
        }
        BigDecimal total = data.current().of(Measure.VALUE);
        return List.of(
                Cell.count(figures.transactions()),
                Cell.number(figures.value(), Unit.MONEY),
                total.signum() == 0 ? Cell.NONE : Cell.number(Ratios.percent(figures.value(), total), Unit.PERCENT));
    }
}
