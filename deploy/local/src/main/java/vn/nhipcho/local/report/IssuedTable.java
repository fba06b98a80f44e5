package vn.nhipcho.local.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nhipcho.local.report.page.Cell;
import vn.nhipcho.local.report.page.Column;
import vn.nhipcho.local.report.page.Formats;
import vn.nhipcho.local.report.page.Row;
import vn.nhipcho.local.report.page.Table;
import vn.nhipcho.local.report.page.Words;

/** What was reported, what holds now and the difference: every indicator, and of the other tables what has changed. */
final class IssuedTable {
    /** Follow from other figures that are compared. */
    private static final Set<String> DERIVED = Set.of("rank", "share", "change", "achieved", "target", "last_year");

    private final IssuedReport issued;
    private final List<IssuedFigure> now;
    private final Words words;

    IssuedTable(IssuedReport issued, List<IssuedFigure> now, Words words) {
        this.issued = issued;
        this.now = now;
        this.words = words;
    }

    Table table(String issuedAt) {
        List<Row> rows = new ArrayList<>();
        long compared = 0;
        long different = 0;
        for (IssuedFigure before : issued.figures()) {
            if (!DERIVED.contains(before.column())) {
                compared++;
                Optional<IssuedFigure> after = find(now, before);
                boolean isSame = after.isPresent() && after.get().amount().compareTo(before.amount()) == 0;
                different += isSame ? 0 : 1;
                if (!isSame || isIndicator(before)) {
                    rows.add(row(before, Optional.of(before), after));
                }
            }
        }
        for (IssuedFigure after : now) {
            if (!DERIVED.contains(after.column())
                    && find(issued.figures(), after).isEmpty()) {
                different++;
                rows.add(row(after, Optional.empty(), Optional.of(after)));
            }
        }
        var formats = new Formats(words);
        return new Table(
                "issued",
                words.of("table.issued", issued.version(), issuedAt),
                words.of("column.figure"),
                List.of(
                        Column.text("unit", words.of("column.unit")),
                        Column.text("reported", words.of("column.reported")),
                        Column.text("now", words.of("column.now")),
                        Column.text("difference", words.of("column.difference"))),
                rows,
                List.of(words.of("note.table.issued", formats.count(compared), formats.count(different))));
    }

    private Row row(IssuedFigure named, Optional<IssuedFigure> before, Optional<IssuedFigure> after) {
        String label = named.table().equals("indicators")
                ? named.label() + (isIndicator(named) ? "" : " – " + named.columnTitle())
                : words.of("sheet." + named.table()) + " – " + named.label() + " – " + named.columnTitle();
        Cell difference = before.isPresent() && after.isPresent()
                ? Cell.number(after.get().amount().subtract(before.get().amount()), named.unit())
                : Cell.NONE;
        return new Row(
                named.table() + "/" + named.row() + "/" + named.column(),
                label,
                isZero(difference) ? Row.Style.PLAIN : Row.Style.TOTAL,
                List.of(unit(named), cell(before), cell(after), difference));
    }

    private Cell unit(IssuedFigure figure) {
        String unit = figure.unit().name();
        return Cell.unit(words.of("unit." + unit), words.of("unit.exact." + unit));
    }

    private static boolean isZero(Cell cell) {
        return cell.isNumber() && cell.amount().compareTo(BigDecimal.ZERO) == 0;
    }

    private static Cell cell(Optional<IssuedFigure> figure) {
        return figure.map(found -> Cell.number(found.amount(), found.unit())).orElse(Cell.ABSENT);
    }

    private static boolean isIndicator(IssuedFigure figure) {
        return figure.table().equals("indicators") && figure.column().equals("actual");
    }

    private static Optional<IssuedFigure> find(List<IssuedFigure> figures, IssuedFigure wanted) {
        return figures.stream().filter(wanted::isSameAs).findFirst();
    }
}
