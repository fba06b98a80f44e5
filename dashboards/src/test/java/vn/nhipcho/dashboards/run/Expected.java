package vn.nhipcho.dashboards.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.nhipcho.dashboards.Module;
import vn.nhipcho.dashboards.sql.TimeRange;
import vn.nhipcho.dashboards.sql.Variable.Option;
import vn.nhipcho.dashboards.sql.Variables;

/**
 * The figures that a panel must show of the season, from {@code expected/<dashboard>/<panel>.tsv}: column names, then rows;
 * a cell {@code *} may be anything. A first line {@code # 2025-01-01..2026-03-31 district=930,934} sets another range than
 * March 2026 and chooses variables; a name {@code <panel>@<case>.tsv} makes room for several.
 */
record Expected(String dashboard, String panel, TimeRange range, List<String> choices, List<List<String>> table) {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    static final TimeRange MARCH = days("2026-03-01", "2026-03-31");

    static List<Expected> all() {
        Path root = Module.DIRECTORY.resolve("src/test/resources/expected");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .map(Expected::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Expected read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        TimeRange range = MARCH;
        List<String> choices = new ArrayList<>();
        if (lines.get(0).startsWith("#")) {
            for (String word : lines.get(0).substring(1).strip().split("\\s+")) {
                if (word.contains("..")) {
                    range = days(word.split("\\.\\.")[0], word.split("\\.\\.")[1]);
                } else {
                    choices.add(word);
                }
            }
            lines = lines.subList(1, lines.size());
        }
        return new Expected(
                file.getParent().getFileName().toString(),
                file.getFileName().toString().replaceFirst("(@.*)?\\.tsv$", ""),
                range,
                choices,
                lines.stream().map(line -> List.of(line.split("\t", -1))).toList());
    }

    Variables variables(Choices of) {
        Variables variables = of.atFirst();
        for (String choice : choices) {
            String name = choice.split("=")[0];
            List<Option> chosen =
                    Stream.of(choice.split("=")[1].split(",")).map(Option::of).toList();
            var byName = new java.util.HashMap<>(variables.byName());
            byName.put(name, of.with(name, chosen).byName().get(name));
            variables = new Variables(byName);
        }
        return variables;
    }

    /** The answer as the file would have it: what the file leaves open is left open in it. */
    List<List<String>> comparable(Answer answer) {
        List<List<String>> found = new ArrayList<>();
        found.add(answer.names());
        for (List<String> row : answer.rows()) {
            List<String> cells = new ArrayList<>(row);
            List<String> wanted = found.size() < table.size() ? table.get(found.size()) : List.of();
            for (int i = 0; i < Math.min(cells.size(), wanted.size()); i++) {
                if (wanted.get(i).equals("*")) {
                    cells.set(i, "*");
                }
            }
            found.add(cells);
        }
        return found;
    }

    private static TimeRange days(String from, String to) {
        return new TimeRange(
                LocalDate.parse(from).atStartOfDay(ZONE).toInstant(),
                LocalDate.parse(to).plusDays(1).atStartOfDay(ZONE).toInstant().minusSeconds(1));
    }
}
