package vn.nhipcho.local.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureFileTest {
    private static final String HEADER = "indicator,period,place,platform,value,document,as_of\n";

    @TempDir
    private Path folder;

    private List<FigureFile.Line> read(String text) throws IOException {
        Path file = folder.resolve("figures.csv");
        Files.writeString(file, text);
        return new FigureFile(Set.of("93", "VN"), Set.of("voso", "buudien")).read(file);
    }

    @Test
    void readsFiguresAlsoWithAByteOrderMark() throws IOException {
        List<FigureFile.Line> lines =
                read("\uFEFF" + HEADER + "training_turns,2022-07,93,voso,120,\"BC 15, Sở\",2022-07-15\n");

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).place()).isEqualTo("93");
        assertThat(lines.get(0).figure().value()).isEqualByComparingTo("120");
        assertThat(lines.get(0).figure().document()).isEqualTo("BC 15, Sở");
        assertThat(lines.get(0).figure().asOf()).isEqualTo("2022-07-15");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            turns,2022-07,93,voso,120,BC,2022-07-15            | line 2: there is no indicator 'turns'; there are
            training_turns,2022-7,93,voso,120,BC,2022-07-15    | line 2: period: '2022-7' is no period: write it like
            training_turns,2022-07,95,voso,120,BC,2022-07-15   | line 2: there is no place '95'
            training_turns,2022-07,93,vosso,120,BC,2022-07-15  | line 2: there is no platform 'vosso'; there are
            training_turns,2022-07,93,voso,1.200.5,BC,2022-07-15 | line 2: value must be a number such as
            training_turns,2022-07,93,voso,-1,BC,2022-07-15    | line 2: value must be 0 or more
            training_turns,2022-07,93,voso,1.234,BC,2022-07-15 | at most two decimals
            training_turns,2022-07,93,voso,120,,2022-07-15     | line 2: document is missing
            training_turns,2022-07,93,voso,120,BC,15/7/2022    | line 2: as_of must be a day such as 2022-07-15
            training_turns,2022-07,93,voso,120                 | line 2 has 5 values, not 7
            """)
    void tellsWhatIsWrongAndWhere(String line, String expected) {
        assertThatThrownBy(() -> read(HEADER + line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void tellsEveryMistakeAtOnce() {
        assertThatThrownBy(() -> read(HEADER + "training_turns,2022-07,95,voso,x,BC,2022-07-15\na,b,c,d,e,f,g\n"))
                .hasMessageContaining("line 2: there is no place '95'; line 2: value")
                .hasMessageContaining("line 3: there is no indicator 'a'")
                .hasMessageContaining("and 3 more");
    }

    @Test
    void refusesOtherColumns() {
        assertThatThrownBy(() -> read("indicator,value\n"))
                .hasMessageContaining("the first line must be indicator,period,place,platform,value,document,as_of");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        Path file = folder.resolve("figures.csv");
        Files.write(
                file, (HEADER + "training_turns,2022-07,93,voso,1,Sở,2022-07-15").getBytes(StandardCharsets.UTF_16));

        assertThatThrownBy(() -> new FigureFile(Set.of(), Set.of()).read(file)).hasMessage("the file is not UTF-8");
    }
}
