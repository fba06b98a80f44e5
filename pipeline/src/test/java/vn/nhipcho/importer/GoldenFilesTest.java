package vn.nhipcho.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder {@code importer/<format>/<case>} holds {@code input}, the events expected of it in order, and the lines
 * expected to be refused. What came instead is left in {@code target/golden}.
 */
class GoldenFilesTest {
    private static final Map<String, String> ZONES =
            Map.of("olist", "America/Sao_Paulo", "agmarknet", "Asia/Kolkata", "jsonl", "Asia/Ho_Chi_Minh");

    static Stream<Path> cases() throws IOException {
        try (var folders = Files.walk(Collected.resource(""), 2)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("input"))).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheExpectedEventsAndRefusals(Path folder) throws Exception {
        String format = folder.getParent().getFileName().toString();

        var collected = Collected.from(format + ":" + folder.resolve("input"), ZoneId.of(ZONES.get(format)));

        compare(folder, "expected.jsonl", collected.lines());
        compare(
                folder,
                "expected-rejected.txt",
                collected.rejected.stream().map(GoldenFilesTest::text).toList());
    }

    private static String text(RejectedLine line) {
        return line.file() + ":" + line.line() + " " + line.reason() + " " + line.detail();
    }

    private static void compare(Path folder, String name, List<String> actual) throws IOException {
        var kept = Path.of("target/golden").resolve(Collected.resource("").relativize(folder));
        Files.createDirectories(kept);
        Files.write(kept.resolve(name), actual);
        assertThat(actual).isEqualTo(Files.readAllLines(folder.resolve(name)));
    }
}
