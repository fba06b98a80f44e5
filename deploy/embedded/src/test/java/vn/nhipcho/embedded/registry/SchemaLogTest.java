package vn.nhipcho.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaLogTest {
    private static final List<Entry> ENTRIES = List.of(
            Entry.level(null, Compatibility.NONE),
            Entry.version("chợ-value", 1, 1, "\"string\""),
            Entry.level("chợ-value", Compatibility.FULL_TRANSITIVE));

    @TempDir
    Path dir;

    @Test
    void cutAnywhereItKeepsTheWholeLinesAndGoesOn() throws IOException {
        byte[] whole = written();
        for (int length = 0; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Path file = Files.write(dir.resolve("cut.jsonl"), cut);
            int wholeLines = Math.toIntExact(new String(cut, StandardCharsets.ISO_8859_1)
                    .chars()
                    .filter(c -> c == '\n')
                    .count());
            try (var log = SchemaLog.open(file)) {
                assertThat(log.read()).isEqualTo(ENTRIES.subList(0, wholeLines));
                log.append(ENTRIES.get(2));
            }
            try (var log = SchemaLog.open(file)) {
                assertThat(log.read()).hasSize(wholeLines + 1).endsWith(ENTRIES.get(2));
            }
        }
    }

    @Test
    void namesTheLineThatIsDamagedInTheMiddle() throws IOException {
        Path file = dir.resolve("schemas.jsonl");
        Files.write(file, written());
        Files.writeString(file, "no json\n", StandardOpenOption.APPEND);
        try (var log = SchemaLog.open(file)) {
            assertThatThrownBy(log::read).isInstanceOf(IOException.class).hasMessageContaining("line 4 of " + file);
        }
    }

    @Test
    void refusesAFileThatIsInUse() throws IOException {
        Path file = dir.resolve("schemas.jsonl");
        try (var first = SchemaLog.open(file)) {
            assertThat(first.read()).isEmpty();
            assertThatThrownBy(() -> SchemaLog.open(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
        }
    }

    private byte[] written() throws IOException {
        Path file = dir.resolve("written.jsonl");
        try (var log = SchemaLog.open(file)) {
            log.read();
            for (Entry entry : ENTRIES) {
                log.append(entry);
            }
        }
        return Files.readAllBytes(file);
    }
}
