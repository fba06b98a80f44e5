package vn.nhipcho.local.report.page;

import java.io.IOException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes all tables below each other by RFC 4180, with a byte order mark, without which Excel takes UTF-8 for something else.
 * Amounts are whole and not divided; a value has at most two decimals after a point, so none can be taken for thousands.
 */
public final class CsvSheet {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Words words;
    private final CellText text;

    public CsvSheet(Words words) {
        this.words = words;
        this.text = new CellText(words);
    }

    public void write(Page page, Appendable out) throws IOException {
        out.append(BYTE_ORDER_MARK);
        var csv = new CSVPrinter(out, CSVFormat.RFC4180);
        for (String line : head(page)) {
            csv.printRecord(inert(line));
        }
        for (Table table : page.tables()) {
            csv.println();
            print(table, csv);
        }
        csv.println();
        for (String note : page.notes()) {
            csv.printRecord(inert(note));
        }
    }

    static List<String> head(Page page) {
        List<String> lines = new ArrayList<>();
        if (!page.banner().isEmpty()) {
            lines.add(page.banner());
        }
        lines.addAll(page.agencies());
        lines.addAll(List.of(page.title(), page.subtitle(), page.period()));
        if (!page.caution().isEmpty()) {
            lines.add(page.caution());
        }
        lines.addAll(List.of(page.place(), page.asOf(), page.standing()));
        return lines;
    }

    private void print(Table table, CSVPrinter csv) throws IOException {
        csv.printRecord(inert(table.title()));
        csv.print(table.rowTitle());
        for (Column column : table.columns()) {
            csv.print(inert(text.exactTitle(column)));
        }
        csv.print(words.of("column.notes"));
        csv.println();
        for (Row row : table.rows()) {
            csv.print(inert(row.label()));
            List<String> notes = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                Cell cell = row.cells().get(i);
                csv.print(cell.isNumber() ? plain(cell) : inert(text.exact(cell)));
                if (!text.note(cell).isEmpty()) {
                    notes.add(table.columns().get(i).title() + ": " + text.note(cell));
                }
            }
            csv.print(inert(String.join(" | ", notes)));
            csv.println();
        }
        for (String note : table.notes()) {
            csv.printRecord(inert(note));
        }
    }

    private static String plain(Cell cell) {
        return cell.amount()
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A text that a spreadsheet would run as a formula, made one that it shows. */
    static String inert(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
