package vn.nhipcho.local.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.nhipcho.local.report.figures.ReportedFigures.Reported;
import vn.nhipcho.local.report.period.Period;
import vn.nhipcho.local.report.period.PeriodCode;
import vn.nhipcho.local.report.period.ReportingCalendar;

/** Reads a file of reported figures: whole or not at all, and every mistake is told with its line. */
public final class FigureFile {
    public static final List<String> COLUMNS =
            List.of("indicator", "period", "place", "platform", "value", "document", "as_of");
    private static final int MOST_TOLD = 5;

    private final Set<String> places;
    private final Set<String> platforms;
    private final List<String> problems = new ArrayList<>();

    /** @param place code of a province, district or commune, or VN */
    public record Line(String place, Reported figure) {}

    /** @param places @param platforms that there are */
    public FigureFile(Set<String> places, Set<String> platforms) {
        this.places = places;
        this.platforms = platforms;
    }

    /** @throws IllegalArgumentException with what is wrong and where */
    public List<Line> read(Path file) throws IOException {
        String text;
        try {
            text = Normalizer.normalize(Files.readString(file), Normalizer.Form.NFC);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the file is not UTF-8", e);
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        List<Line> lines = new ArrayList<>();
        try (CSVParser csv = CSVParser.parse(text.startsWith("\uFEFF") ? text.substring(1) : text, format)) {
            if (!csv.getHeaderNames().equals(COLUMNS)) {
                throw new IllegalArgumentException(
                        "the first line must be %s, is %s".formatted(String.join(",", COLUMNS), csv.getHeaderNames()));
            }
            for (CSVRecord row : csv) {
                line(row, csv.getCurrentLineNumber(), lines);
            }
        }
        if (!problems.isEmpty()) {
            String more = problems.size() > MOST_TOLD ? "; and %d more".formatted(problems.size() - MOST_TOLD) : "";
            throw new IllegalArgumentException(
                    problems.stream().limit(MOST_TOLD).collect(Collectors.joining("; ")) + more);
        }
        return lines;
    }

    private void line(CSVRecord row, long number, List<Line> lines) {
        int before = problems.size();
        if (row.size() != COLUMNS.size()) {
            problems.add("line %d has %d values, not %d".formatted(number, row.size(), COLUMNS.size()));
            return;
        }
        String indicator = row.get("indicator");
        require(
                Indicator.ALL.stream().anyMatch(known -> known.id().equals(indicator)),
                number,
                "there is no indicator '%s'; there are %s"
                        .formatted(
                                indicator,
                                Indicator.ALL.stream().map(Indicator::id).collect(Collectors.joining(", "))));
        String place = row.get("place");
        require(places.contains(place), number, "there is no place '%s'".formatted(place));
        String platform = row.get("platform");
        require(
                platform.isEmpty() || platforms.contains(platform),
                number,
                "there is no platform '%s'; there are %s, or leave it empty for all together"
                        .formatted(platform, String.join(", ", platforms)));
        require(!row.get("document").isEmpty(), number, "document is missing: say where the figure stands");
        String period = period(row.get("period"), number);
        BigDecimal value = value(row.get("value"), number);
        LocalDate asOf = day(row.get("as_of"), number);
        if (problems.size() == before) {
            lines.add(new Line(place, new Reported(indicator, period, platform, value, row.get("document"), asOf)));
        }
    }

    private void require(boolean condition, long number, String otherwise) {
        if (!condition) {
            problems.add("line %d: %s".formatted(number, otherwise));
        }
    }

    private String period(String text, long number) {
        try {
            Period period = PeriodCode.parse(text, ReportingCalendar.ADMIN);
            return period.code();
        } catch (IllegalArgumentException e) {
            problems.add("line %d: period: %s".formatted(number, e.getMessage()));
            return "";
        }
    }

    private BigDecimal value(String text, long number) {
        try {
            var value = new BigDecimal(text);
            require(
                    value.signum() >= 0 && value.stripTrailingZeros().scale() <= 2 && value.precision() <= 18,
                    number,
                    "value must be 0 or more with at most two decimals, is '%s'".formatted(text));
            return value;
        } catch (NumberFormatException e) {
            problems.add("line %d: value must be a number such as 1234 or 1234.5, is '%s'".formatted(number, text));
            return BigDecimal.ZERO;
        }
    }

    private LocalDate day(String text, long number) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            problems.add("line %d: as_of must be a day such as 2022-07-15, is '%s'".formatted(number, text));
            return null;
        }
    }
}
