package vn.nhipcho.local.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import vn.nhipcho.evaluation.RuleScore;

/**
 * One rule of {@code bench stall --json}.
 *
 * @param medianDays null: it caught none
 * @param ratioEver only of {@code seller_stalled}: its false alerts as a multiple of those of the fixed rule of orders
 *     alone that catches the same share until the season's end; null: there is none
 * @param ratioInTime the same for stalls caught within 60 days
 * @param seconds that the season took, with all rules
 */
@JsonNaming(SnakeCaseStrategy.class)
record StallLine(
        long seed,
        String rule,
        int alerts,
        int falseAlerts,
        double falseShare,
        int stalls,
        double caughtShare,
        double caughtEverShare,
        Double medianDays,
        double callsPerWeekAndDistrict,
        int outOfSeason,
        int shut,
        int withdrawn,
        int stallsTooLate,
        int stallsWithTooFewOrders,
        Double ratioEver,
        Double ratioInTime,
        double seconds) {

    static StallLine of(JudgedSeason season, RuleScore score) {
        boolean compared = score == season.stalled();
        return new StallLine(
                season.seed(),
                score.rule(),
                score.alerts(),
                score.falseAlerts(),
                rounded(score.falseShare()),
                score.stalls(),
                rounded(score.caughtShare()),
                rounded(score.caughtEverShare()),
                orNull(score.medianDays()),
                rounded(score.callsPerWeekAndDistrict()),
                score.outOfSeason(),
                score.shut(),
                score.withdrawn(),
                season.stallsTooLate(),
                season.stallsWithTooFewOrders(),
                compared ? orNull(season.ratio(StallReading.EVER)) : null,
                compared ? orNull(season.ratio(StallReading.IN_TIME)) : null,
                season.seconds());
    }

    private static Double orNull(double number) {
        return Double.isNaN(number) ? null : Double.valueOf(rounded(number));
    }

    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }
}
