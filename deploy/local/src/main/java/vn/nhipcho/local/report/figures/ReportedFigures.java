package vn.nhipcho.local.report.figures;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.nhipcho.local.report.period.Period;

/** Figures that documents give and no stream has. */
public record ReportedFigures(List<Reported> all) {

    /** @param platform empty: all together */
    public record Reported(
            String indicator, String period, String platform, BigDecimal value, String document, LocalDate asOf) {}

    /** @param months how many of the period's months it is of; both 0 where it was reported as a whole */
    public record Total(BigDecimal value, int months, int ofMonths, String documents) {
        public boolean isComplete() {
            return months == ofMonths;
        }
    }

    public static ReportedFigures read(ReportDatabase database, String place) throws SQLException {
        return new ReportedFigures(database.rows(
                "reported",
                Map.of("place", place),
                row -> new Reported(
                        row.getString("indicator"),
                        row.getString("period"),
                        row.getString("platform"),
                        row.getBigDecimal("value"),
                        row.getString("document"),
                        ReportDatabase.day(row.getDate("as_of")))));
    }

    /** As reported for the period itself; failing that the sum of its months as far as they were. */
    public Optional<Total> of(String indicator, Period period) {
        return whole(indicator, period.code()).or(() -> sum(indicator, period.months()));
    }

    /** The months of the reporting year up to the one that the period ends in; empty where it ends within a month. */
    public Optional<Total> yearToDate(String indicator, Period period) {
        List<Period> months = period.year().months().stream()
                .filter(month -> !month.to().isAfter(period.to()))
                .toList();
        return months.isEmpty() || !months.get(months.size() - 1).to().equals(period.to())
                ? Optional.empty()
                : sum(indicator, months);
    }

    private Optional<Total> whole(String indicator, String code) {
        List<Reported> found = all.stream()
                .filter(figure ->
                        figure.indicator().equals(indicator) && figure.period().equals(code))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        // A figure of all platforms together is the document's own sum; adding the parts to it would count them twice.
        List<Reported> together =
                found.stream().filter(figure -> figure.platform().isEmpty()).toList();
        List<Reported> counted = together.isEmpty() ? found : together;
        BigDecimal value = counted.stream().map(Reported::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Total(value, 0, 0, documents(counted)));
    }

    private Optional<Total> sum(String indicator, List<Period> months) {
        List<Total> found = months.stream()
                .flatMap(month -> whole(indicator, month.code()).stream())
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal value = found.stream().map(Total::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        String documents = found.stream().map(Total::documents).distinct().collect(Collectors.joining("; "));
        return Optional.of(new Total(value, found.size(), months.size(), documents));
    }

    private static String documents(List<Reported> figures) {
        return figures.stream().map(Reported::document).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining("; "));
    }
}
