package vn.nhipcho.local.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class XlsxBookTest {
    private static Map<String, List<Row>> written() throws IOException {
        var out = new ByteArrayOutputStream();
        new XlsxBook(new Words(Language.VI)).write(AnyPage.page(), out);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return book.getSheets().collect(Collectors.toMap(Sheet::getName, XlsxBookTest::rows));
        }
    }

    private static List<Row> rows(Sheet sheet) {
        try {
            return sheet.read();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void carriesTheBannerOnEverySheet() throws IOException {
        assertThat(written()).hasSize(2).allSatisfy((name, rows) -> assertThat(
                        rows.get(0).getCellText(0))
                .isEqualTo("DỮ LIỆU MÔ PHỎNG"));
    }

    @Test
    void writesNumbersAsNumbersAndTextsAsTextsNeverAsFormulas() throws IOException {
        List<Row> rows = written().get("Chỉ tiêu");
        Row row = rows.stream()
                .filter(r -> AnyPage.FORMULA.equals(r.getCellText(0)))
                .findFirst()
                .orElseThrow();

        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCellText(1)).isEqualTo("@SUM(A1)");
        assertThat(row.getCell(2).asNumber()).isEqualByComparingTo("1234567.5");
        assertThat(row.getCell(3).asNumber()).isEqualByComparingTo("-12.346");
        assertThat(row.getCellText(4)).contains("So với cùng kỳ: dưới 30");
        assertThat(rows.stream().flatMap(Row::stream).filter(cell -> cell != null))
                .noneMatch(cell -> cell.getType() == CellType.FORMULA || cell.getFormula() != null);
    }
}
