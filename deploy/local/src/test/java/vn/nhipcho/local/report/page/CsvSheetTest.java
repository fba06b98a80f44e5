package vn.nhipcho.local.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {
    private static String written() throws IOException {
        var out = new StringBuilder();
        new CsvSheet(new Words(Language.VI)).write(AnyPage.page(), out);
        return out.toString();
    }

    @Test
    void beginsWithAByteOrderMarkAndTheBanner() throws IOException {
        assertThat(written()).startsWith("\uFEFFDỮ LIỆU MÔ PHỎNG\r\n");
    }

    @Test
    void writesNumbersExactWithAPointAndWhatIsNoNumberInWords() throws IOException {
        List<CSVRecord> rows = rows();

        assertThat(rows).anySatisfy(row -> assertThat(row.toList())
                .containsExactly(
                        "'" + AnyPage.FORMULA,
                        "'@SUM(A1)",
                        "1234567.5",
                        "-12.35",
                        "Giá trị: -2+3; " + AnyPage.MARKUP + " | So với cùng kỳ: dưới 30"));
        assertThat(rows).anySatisfy(row -> assertThat(row.toList())
                .containsExactly("'-Mít \"ruột đỏ\", loại 1", "chưa có số liệu", "dưới 5", "–", ""));
        assertThat(rows).anySatisfy(row -> assertThat(row.toList())
                .containsExactly("Tên", "'+Cột", "Giá trị (đồng)", "So với cùng kỳ", "Ghi chú"));
    }

    @Test
    void leavesNoTextThatASpreadsheetWouldRun() throws IOException {
        for (CSVRecord row : rows()) {
            for (String value : row) {
                assertThat(value).doesNotMatch("(?s)^[=+@\t\r].*");
                assertThat(value.startsWith("-") && !value.matches("-[0-9.]+"))
                        .as(value)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1"})
    void makesATextInert(String text) {
        assertThat(CsvSheet.inert(text)).isEqualTo("'" + text);
    }

    @Test
    void leavesOtherTextsAlone() {
        assertThat(CsvSheet.inert("Xã Vị Thủy")).isEqualTo("Xã Vị Thủy");
        assertThat(CsvSheet.inert("")).isEmpty();
    }

    private static List<CSVRecord> rows() throws IOException {
        try (var csv = CSVParser.parse(written().substring(1), CSVFormat.RFC4180)) {
            return csv.getRecords();
        }
    }
}
