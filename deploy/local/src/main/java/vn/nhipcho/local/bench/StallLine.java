package vn.nhipcho.local.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import vn.nhipcho.evaluation.RuleScore;
import vn.nhipcho.evaluation.StallEvaluation;

/**
 * One rule of {@code bench stall --json}.
 *
 * @param medianDays null: it caught none
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
        double seconds) {

    static StallLine of(long seed, RuleScore score, StallEvaluation evaluation, double seconds) {
        return new StallLine(
                seed,
                score.rule(),
                score.alerts(),
                score.falseAlerts(),
                rounded(score.falseShare()),
                score.stalls(),
                rounded(score.caughtShare()),
                rounded(score.caughtEverShare()),
                Double.isNaN(score.medianDays()) ? null : Double.valueOf(rounded(score.medianDays())),
                rounded(score.callsPerWeekAndDistrict()),
                score.outOfSeason(),
                score.shut(),
                score.withdrawn(),
                evaluation.stallsTooLate(),
                evaluation.stallsWithTooFewOrders(),
                seconds);
    }

    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }
}
