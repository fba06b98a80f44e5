package vn.nhipcho.local.bench;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import vn.nhipcho.evaluation.RuleScore;
import vn.nhipcho.evaluation.StallEvaluation;

/**
 * A way to read "at most half the false alerts of the fixed rule that catches the same share": when a stall counts as
 * caught, and whether the fixed rule knows seasons and shut shops.
 */
enum StallReading {
    EVER("whenever, until the season's end", "of orders alone", StallEvaluation::allFixed, RuleScore::caughtEver),
    IN_TIME("within 60 days", "of orders alone", StallEvaluation::allFixed, RuleScore::caught),
    EVER_IN_SEASON(
            "whenever, until the season's end",
            "that knows seasons and shut shops",
            StallEvaluation::allQuiet,
            RuleScore::caughtEver),
    IN_TIME_IN_SEASON(
            "within 60 days", "that knows seasons and shut shops", StallEvaluation::allQuiet, RuleScore::caught);

    private final String caught;
    private final String knowledge;
    private final Function<StallEvaluation, List<RuleScore>> fixed;
    private final ToIntFunction<RuleScore> count;

    StallReading(
            String caught,
            String knowledge,
            Function<StallEvaluation, List<RuleScore>> fixed,
            ToIntFunction<RuleScore> count) {
        this.caught = caught;
        this.knowledge = knowledge;
        this.fixed = fixed;
        this.count = count;
    }

    String caught() {
        return caught;
    }

    String knowledge() {
        return knowledge;
    }

    /** The fixed rule that {@code seller_stalled} is measured by; null: none catches as much. */
    RuleScore fixedLike(RuleScore stalled, StallEvaluation evaluation) {
        return StallEvaluation.matching(stalled, fixed.apply(evaluation), count);
    }
}
