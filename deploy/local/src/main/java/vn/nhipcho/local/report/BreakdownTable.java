package vn.nhipcho.local.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.nhipcho.local.report.figures.CellFigures;
import vn.nhipcho.local.report.figures.Dimension;
import vn.nhipcho.local.report.figures.Measure;
import vn.nhipcho.local.report.figures.Measures;
import vn.nhipcho.local.report.figures.SmallCells;
import vn.nhipcho.local.report.page.Cell;
import vn.nhipcho.local.report.page.Column;
import vn.nhipcho.local.report.page.Formats;
import vn.nhipcho.local.report.page.Row;
import vn.nhipcho.local.report.page.State;
import vn.nhipcho.local.report.page.Table;
import vn.nhipcho.local.report.page.Unit;
import vn.nhipcho.local.report.page.Words;

/**
 * Transactions by one dimension, the highest value first. Cells of too few sellers stand together in one row, and what has
 * too few transactions, or is no place, gets no rank.
 */
final class BreakdownTable {
    /** Values that are nothing by themselves. */
    private static final Set<String> NOTHING = Set.of("", "(none)", "unknown", "mixed");

    private final ReportData data;
    private final Words words;
    private final Formats formats;
    private final Dimension dimension;
    private final Function<String, String> names;

    /** @param names what a value of the dimension is called */
    BreakdownTable(ReportData data, Words words, Dimension dimension, Function<String, String> names) {
        this.data = data;
        this.words = words;
        this.formats = new Formats(words);
        this.dimension = dimension;
        this.names = names;
    }

    Table table() {
        String id = dimension.column();
        return new Table(id, words.of("table." + id), words.of("column." + id), columns(), rows(), notes());
    }

    private boolean isPriced() {
        return dimension == Dimension.COMMODITY;
    }

    private boolean isCompared() {
        return data.cellsLastYear().containsKey(dimension);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("rank", words.of("column.rank")),
                new Column("transactions", words.of("column.transactions"), null),
                new Column("value", words.of("column.value"), Unit.MONEY),
                new Column("share", words.of("column.share"), null)));
        if (isPriced()) {
            columns.add(new Column("quantity", words.of("column.quantity"), Unit.QUANTITY));
            columns.add(new Column("price", words.of("column.price"), Unit.MONEY_PER_KG));
        } else {
            columns.add(new Column("value_per_transaction", words.of("column.value_per_transaction"), Unit.MONEY_EACH));
            columns.add(new Column("sellers", words.of("column.sellers"), null));
        }
        if (isCompared()) {
            columns.add(new Column("change", words.of("column.change_of_value"), null));
        }
        return columns;
    }

    private List<Row> rows() {
        var small = SmallCells.apply(
                data.cells().get(dimension), cell -> cell.sellers().size(), Measures.FEWEST_SELLERS, CellFigures::with);
        List<CellFigures> ranked = new ArrayList<>();
        List<CellFigures> unranked = new ArrayList<>();
        for (CellFigures cell : small.shown()) {
            boolean isRanked = !NOTHING.contains(cell.id()) && cell.transactions() >= Ratios.FEWEST_CASES;
            (isRanked ? ranked : unranked).add(cell);
        }
        List<Row> rows = new ArrayList<>();
        for (CellFigures cell : ranked) {
            rows.add(row(cell, names.apply(cell.id()), Cell.count(rows.size() + 1L), Row.Style.PLAIN));
        }
        for (CellFigures cell : unranked) {
            Row.Style style = cell.transactions() < Ratios.FEWEST_CASES ? Row.Style.GREY : Row.Style.PLAIN;
            rows.add(row(cell, names.apply(cell.id()), Cell.NONE, style));
        }
        small.together().ifPresent(cell -> rows.add(together(cell)));
        if (!rows.isEmpty()) {
            rows.add(all());
        }
        return rows;
    }

    /** An order counts once here, however many of the rows above it has a part in. */
    private Row all() {
        Measures all = data.current();
        BigDecimal transactions = all.of(Measure.TRANSACTIONS);
        List<Cell> cells = new ArrayList<>(List.of(Cell.NONE));
        if (all.isOfTooFew(Measure.VALUE) || transactions.signum() == 0) {
            cells.addAll(Collections.nCopies(columns().size() - 1, Cell.FEW));
        } else {
            cells.add(Cell.number(transactions, Unit.COUNT));
            cells.add(Cell.number(all.of(Measure.VALUE), Unit.MONEY));
            cells.add(Cell.number(BigDecimal.valueOf(100), Unit.PERCENT));
            cells.add(
                    isPriced()
                            ? Cell.number(all.of(Measure.QUANTITY), Unit.QUANTITY)
                            : Cell.number(Ratios.quotient(all.of(Measure.VALUE), transactions), Unit.MONEY_EACH));
            cells.add(isPriced() ? Cell.NONE : Cell.number(all.of(Measure.TRADED_ACCOUNTS), Unit.COUNT));
            if (isCompared()) {
                cells.add(Cell.NONE);
            }
        }
        return new Row("(all)", words.of("row.all"), Row.Style.TOTAL, cells);
    }

    private Row together(CellFigures cell) {
        String label = words.of(
                "row.together." + dimension.column(), formats.count(cell.ids().size()));
        if (cell.sellers().size() < Measures.FEWEST_SELLERS) {
            List<Cell> few = new ArrayList<>(Collections.nCopies(columns().size(), Cell.FEW));
            few.set(0, Cell.NONE);
            return new Row("(together)", label, Row.Style.GREY, few);
        }
        return row(cell, label, Cell.NONE, Row.Style.GREY);
    }

    private Row row(CellFigures cell, String label, Cell rank, Row.Style style) {
        List<Cell> cells = new ArrayList<>(
                List.of(rank, Cell.count(cell.transactions()), Cell.number(cell.value(), Unit.MONEY), share(cell)));
        if (isPriced()) {
            boolean isWeighed = cell.quantity().signum() > 0;
            cells.add(isWeighed ? Cell.number(cell.quantity(), Unit.QUANTITY) : Cell.NONE);
            cells.add(isWeighed ? price(cell) : Cell.NONE);
        } else {
            cells.add(Cell.number(
                    Ratios.quotient(cell.value(), BigDecimal.valueOf(cell.transactions())), Unit.MONEY_EACH));
            cells.add(Cell.count(cell.sellers().size()));
        }
        if (isCompared()) {
            cells.add(cell.isMerged() || rank == Cell.NONE ? Cell.NONE : change(cell));
        }
        String id = cell.isMerged() ? "(together)" : cell.id();
        return new Row(id, label, style, cells);
    }

    private Cell share(CellFigures cell) {
        BigDecimal total = data.current().of(Measure.VALUE);
        return total.signum() == 0 ? Cell.NONE : Cell.number(Ratios.percent(cell.value(), total), Unit.PERCENT);
    }

    private static Cell price(CellFigures cell) {
        return Cell.number(Ratios.quotient(cell.valueOfQuantity(), cell.quantity()), Unit.MONEY_PER_KG);
    }

    private Cell change(CellFigures cell) {
        CellFigures now = forComparison(data.cells()).get(comparedAs(cell.id()));
        CellFigures before = forComparison(data.cellsLastYear()).get(comparedAs(cell.id()));
        if (before == null) {
            return Cell.ABSENT;
        }
        if (before.sellers().size() < Measures.FEWEST_SELLERS || before.value().signum() == 0) {
            return Cell.FEW;
        }
        Cell change = Cell.number(Ratios.change(now.value(), before.value()), Unit.CHANGE);
        return before.transactions() < Ratios.FEWEST_CASES ? change.in(State.GREY) : change;
    }

    private Map<String, CellFigures> forComparison(Map<Dimension, List<CellFigures>> cells) {
        Map<String, CellFigures> compared = new HashMap<>();
        cells.get(dimension).forEach(cell -> compared.merge(comparedAs(cell.id()), cell, CellFigures::with));
        return compared;
    }

    /** A marketplace that became another counts with it in both years. */
    private String comparedAs(String id) {
        return dimension == Dimension.PLATFORM ? data.platforms().successorOf(id) : id;
    }

    private List<String> notes() {
        String key = "note.table." + dimension.column();
        String note = words.orCode("", key);
        return note.equals(key) ? List.of() : List.of(note);
    }
}
