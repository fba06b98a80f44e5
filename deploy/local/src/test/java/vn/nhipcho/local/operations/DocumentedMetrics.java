package vn.nhipcho.local.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of Flink's metrics in {@code docs/operations.md}: the one list that tests, alert rules and people go by. */
final class DocumentedMetrics {
    static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Pattern NAME = Pattern.compile("\\bflink_[A-Za-z_]+");

    private DocumentedMetrics() {}

    static Set<String> names() throws IOException {
        return in(CHECKOUT.resolve("docs/operations.md"));
    }

    /** Those that a file names; the count of a histogram is the histogram's. */
    static Set<String> in(Path file) throws IOException {
        return NAME.matcher(Files.readString(file))
                .results()
                .map(found -> found.group().replaceFirst("_count$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
