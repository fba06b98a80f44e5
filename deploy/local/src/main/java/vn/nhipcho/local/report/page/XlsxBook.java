package vn.nhipcho.local.report.page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a sheet a table. Numbers are numbers, whole and not divided; texts are texts and never formulas. */
public final class XlsxBook {
    private static final int LONGEST_SHEET_NAME = 31;

    private final Words words;
    private final CellText text;

    public XlsxBook(Words words) {
        this.words = words;
        this.text = new CellText(words);
    }

    public void write(Page page, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Nhip Cho", "1.0")) {
            Set<String> used = new HashSet<>();
            for (Table table : page.tables()) {
                write(page, table, book.newWorksheet(sheetName(table, used)));
            }
            notes(page, book.newWorksheet(words.of("section.notes")));
        }
    }

    private void write(Page page, Table table, Worksheet sheet) {
        int line = 0;
        for (String head : heads(page, table)) {
            if (!head.isEmpty()) {
                sheet.value(line, 0, head);
                sheet.style(line, 0).bold().set();
                line++;
            }
        }
        line++;
        sheet.value(line, 0, table.rowTitle());
        int notes = table.columns().size() + 1;
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.value(line, i + 1, text.exactTitle(table.columns().get(i)));
            sheet.width(i + 1, 18);
        }
        sheet.value(line, notes, words.of("column.notes"));
        sheet.range(line, 0, line, notes)
                .style()
                .bold()
                .wrapText(true)
                .fillColor("DDE8E0")
                .set();
        sheet.freezePane(1, line + 1);
        sheet.width(0, 46);
        sheet.width(notes, 60);
        for (Row row : table.rows()) {
            line++;
            row(row, table.columns(), sheet, line, notes);
        }
        for (String note : table.notes()) {
            line++;
            sheet.value(line, 0, note);
        }
    }

    private static List<String> heads(Page page, Table table) {
        return List.of(page.banner(), table.title(), page.period(), page.caution(), page.asOf(), page.standing());
    }

    private void row(Row row, List<Column> columns, Worksheet sheet, int line, int notes) {
        sheet.value(line, 0, row.label());
        if (row.style() == Row.Style.HEADING || row.style() == Row.Style.TOTAL) {
            sheet.range(line, 0, line, notes).style().bold().set();
        }
        var beside = new StringBuilder();
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            if (cell.isNumber()) {
                sheet.value(line, i + 1, cell.amount());
                sheet.style(line, i + 1).format(format(cell.unit())).set();
            } else {
                sheet.value(line, i + 1, text.exact(cell));
            }
            if (!text.note(cell).isEmpty()) {
                beside.append(beside.isEmpty() ? "" : " | ")
                        .append(columns.get(i).title())
                        .append(": ")
                        .append(text.note(cell));
            }
        }
        if (!beside.isEmpty()) {
            sheet.value(line, notes, beside.toString());
        }
    }

    private void notes(Page page, Worksheet sheet) {
        int line = 0;
        for (String text : CsvSheet.head(page)) {
            sheet.value(line++, 0, text);
        }
        for (String note : page.notes()) {
            sheet.value(++line, 0, note);
        }
        sheet.width(0, 120);
    }

    private static String format(Unit unit) {
        return switch (unit) {
            case PERCENT, CHANGE -> "#,##0.0";
            case QUANTITY -> "#,##0.##";
            default -> "#,##0";
        };
    }

    private String sheetName(Table table, Set<String> used) {
        String name = words.orCode("sheet.", table.id()).replaceAll("[\\[\\]:*?/\\\\]", " ");
        name = name.substring(0, Math.min(name.length(), LONGEST_SHEET_NAME));
        if (!used.add(name)) {
            throw new IllegalStateException("two sheets are called " + name);
        }
        return name;
    }
}
