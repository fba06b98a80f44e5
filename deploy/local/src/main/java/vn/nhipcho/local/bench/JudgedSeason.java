package vn.nhipcho.local.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.nhipcho.evaluation.RuleScore;
import vn.nhipcho.evaluation.StallEvaluation;

/**
 * What one season came to.
 *
 * @param scores of {@code seller_stalled} first, then of the fixed rules
 * @param alike by reading, the fixed rule that catches the same share; absent where none does
 * @param seconds that the season took, with all rules
 */
record JudgedSeason(
        long seed,
        int sellers,
        int stallsTooLate,
        int stallsWithTooFewOrders,
        List<RuleScore> scores,
        Map<StallReading, RuleScore> alike,
        double seconds) {

    static JudgedSeason of(long seed, StallEvaluation evaluation, double seconds) {
        List<RuleScore> scores = new ArrayList<>();
        scores.add(evaluation.stalled());
        StallEvaluation.FIXED.forEach(days -> scores.add(evaluation.fixed(days)));
        StallEvaluation.FIXED.forEach(days -> scores.add(evaluation.quiet(days)));
        var alike = new EnumMap<StallReading, RuleScore>(StallReading.class);
        for (StallReading reading : StallReading.values()) {
            RuleScore fixed = reading.fixedLike(scores.get(0), evaluation);
            if (fixed != null) {
                alike.put(reading, fixed);
            }
        }
        return new JudgedSeason(
                seed,
                evaluation.sellers(),
                evaluation.stallsTooLate(),
                evaluation.stallsWithTooFewOrders(),
                scores,
                alike,
                seconds);
    }

    RuleScore stalled() {
        return scores.get(0);
    }

    /** False alerts of {@code seller_stalled} as a multiple of the fixed rule's; NaN: no fixed rule catches as much. */
    double ratio(StallReading reading) {
        RuleScore fixed = alike.get(reading);
        return fixed == null ? Double.NaN : stalled().falseAlerts() / (double) Math.max(1, fixed.falseAlerts());
    }
}
