package vn.nhipcho.importer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.deadletter.DeadLetters;

class LineReaderTest {
    @Test
    void splitsAtLineEndsOfBothKindsAndCountsEmptyLines() throws IOException {
        assertThat(texts("a\r\n\nb\rc\nlast")).containsExactly("1:a", "2:", "3:b\rc", "4:last");
        assertThat(texts("")).isEmpty();
        assertThat(texts("\n")).containsExactly("1:");
    }

    @Test
    void joinsALineThatCrossesItsBuffer() throws IOException {
        String longLine = "đ".repeat(100_000);

        assertThat(texts("x\n" + longLine + "\ny")).containsExactly("1:x", "2:" + longLine, "3:y");
    }

    @Test
    void keepsOnlyTheBeginningOfALineThatIsTooLong() throws Exception {
        String longest = "x".repeat(LineReader.LONGEST_LINE);

        var lines = lines(longest + "\n" + longest + "y\nz");

        assertThat(lines).extracting(Line::tooLong).containsExactly(false, true, false);
        var rejected = lines.get(1).rejected("jsonl", Path.of("folder", "a.jsonl"), new RowRejected(null, "too long"));
        assertThat(rejected.firstBytes()).hasSize(DeadLetters.HEAD_BYTES);
        assertThat(rejected.file()).isEqualTo("a.jsonl");
        assertThat(lines.get(2).text()).isEqualTo("z");
    }

    @Test
    void readsAGzippedFile(@TempDir Path folder) throws IOException {
        var file = folder.resolve("a.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("một\nhai\n".getBytes(UTF_8));
        }

        try (var reader = LineReader.open(file)) {
            assertThat(all(reader))
                    .extracting(line -> new String(line.bytes(), UTF_8))
                    .containsExactly("một", "hai");
        }
    }

    private static List<String> texts(String content) throws IOException {
        return lines(content).stream()
                .map(line -> line.number() + ":" + new String(line.bytes(), UTF_8))
                .toList();
    }

    private static List<Line> lines(String content) throws IOException {
        return all(new LineReader(new ByteArrayInputStream(content.getBytes(UTF_8))));
    }

    private static List<Line> all(LineReader reader) throws IOException {
        var lines = new ArrayList<Line>();
        for (Line line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }
}
