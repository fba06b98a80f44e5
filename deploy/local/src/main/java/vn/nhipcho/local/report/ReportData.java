package vn.nhipcho.local.report;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhipcho.local.report.figures.Agencies;
import vn.nhipcho.local.report.figures.CellFigures;
import vn.nhipcho.local.report.figures.Cooperatives;
import vn.nhipcho.local.report.figures.Dimension;
import vn.nhipcho.local.report.figures.Measures;
import vn.nhipcho.local.report.figures.Names;
import vn.nhipcho.local.report.figures.Platforms;
import vn.nhipcho.local.report.figures.ReportDatabase;
import vn.nhipcho.local.report.figures.ReportedFigures;
import vn.nhipcho.local.report.figures.Support;
import vn.nhipcho.local.report.figures.Target;
import vn.nhipcho.local.report.page.Language;
import vn.nhipcho.local.report.period.Period;

/**
 * Everything that a report is made of, read once.
 *
 * @param measured the period, or as much of it as there has been
 * @param asOf until when every job has taken in the orders; null: there is none yet
 * @param today on which it is printed, in the business zone
 * @param cells by what they are broken down by
 * @param cellsLastYear the same; without a dimension where the marketplaces differ, since cells cannot be had of some alone
 */
record ReportData(
        ReportRequest request,
        Period measured,
        ZonedDateTime asOf,
        LocalDate today,
        boolean isSimulated,
        Platforms platforms,
        Comparison comparison,
        Measures current,
        Measures yearToDate,
        Map<Dimension, List<CellFigures>> cells,
        Map<Dimension, List<CellFigures>> cellsLastYear,
        List<Support> support,
        List<Cooperatives> cooperatives,
        Map<String, Cooperatives.Named> cooperativeNames,
        Map<String, String> placeNames,
        Map<String, String> commodityNames,
        Map<LocalDate, Long> transactionsByDay,
        Agencies agencies,
        List<Target> targets,
        ReportedFigures reported) {

    static ReportData read(
            ReportDatabase database, ReportRequest request, ZonedDateTime asOf, ZoneId zone, boolean isSimulated)
            throws SQLException {
        LocalDate today = LocalDate.now(zone);
        Period period = request.period().until(asOf == null ? today : asOf.toLocalDate());
        Platforms platforms = Platforms.read(database);
        Comparison comparison = Comparison.read(database, period, platforms);
        Language language = request.language();
        Map<Dimension, List<CellFigures>> cells = new EnumMap<>(Dimension.class);
        Map<Dimension, List<CellFigures>> before = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            if (dimension == Dimension.DISTRICT && request.boundary() == Dimension.COMMUNE
                    || dimension == Dimension.COMMUNE && request.boundary() == Dimension.DISTRICT) {
                continue;
            }
            cells.put(dimension, CellFigures.read(database, dimension, period));
            if (comparison.isOfAll()) {
                before.put(
                        dimension,
                        CellFigures.read(database, dimension, period.lastYear().orElseThrow()));
            }
        }
        return new ReportData(
                request,
                period,
                asOf,
                today,
                isSimulated,
                platforms,
                comparison,
                Measures.read(database, period, platforms.ids()),
                Measures.read(database, period.yearToDate(), platforms.ids()),
                cells,
                before,
                Support.read(database, period),
                Cooperatives.read(database, period),
                Cooperatives.names(database),
                Names.units(database, request.boundary()),
                Names.commodities(database, language.code()),
                Trend.read(database, request.period()),
                Agencies.read(database, request.place(), language.code()),
                Target.read(database, request.place()),
                ReportedFigures.read(database, request.place()));
    }

    Period period() {
        return request.period();
    }

    /** Whether anything was received that the period could be judged by. */
    boolean isKnown(Period asked) {
        return platforms.begin().filter(begin -> !begin.isAfter(asked.to())).isPresent();
    }

    LocalDate asOfDay() {
        return asOf == null ? today : asOf.toLocalDate();
    }

    boolean isOver() {
        return asOfDay().isAfter(period().to());
    }

    /** Whether every order placed in a period has had its thirty days. */
    boolean isRateSettled(Period asked) {
        return !asOfDay().minusDays(30).isBefore(asked.to().plusDays(1));
    }

    Optional<Target> target(String indicator, String code) {
        return targets.stream()
                .filter(target ->
                        target.indicator().equals(indicator) && target.period().equals(code))
                .findFirst();
    }
}
