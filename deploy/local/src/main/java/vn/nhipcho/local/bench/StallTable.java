package vn.nhipcho.local.bench;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import vn.nhipcho.evaluation.RuleScore;
import vn.nhipcho.evaluation.StallEvaluation;

/** {@code bench stall} for people: the rules of one season, and what the first of them saves against fixed ones. */
record StallTable(StallEvaluation evaluation, List<RuleScore> scores) {

    void print(long seed, double seconds, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "Season of seed %d: %d sellers; of those that stopped %d are judged, %d stopped in the last %d days and %d "
                        + "had too few orders; %.1f s%n%n",
                seed,
                evaluation.sellers(),
                scores.get(0).stalls(),
                evaluation.stallsTooLate(),
                StallEvaluation.TIME_TO_CATCH.toDays(),
                evaluation.stallsWithTooFewOrders(),
                seconds);
        out.printf(
                "%-16s %7s %7s %7s %11s %12s %12s %12s %14s%n",
                "rule",
                "alerts",
                "false",
                "false %",
                "caught 60 d",
                "caught ever",
                "median days",
                "out of seas.",
                "calls/week/dist");
        for (RuleScore score : scores) {
            out.printf(
                    Locale.ROOT,
                    "%-16s %7d %7d %6.0f%% %10.0f%% %11.0f%% %12.1f %12d %14.2f%n",
                    score.rule(),
                    score.alerts(),
                    score.falseAlerts(),
                    100 * score.falseShare(),
                    100 * score.caughtShare(),
                    100 * score.caughtEverShare(),
                    score.medianDays(),
                    score.outOfSeason(),
                    score.callsPerWeekAndDistrict());
        }
        out.println();
        compare("within 60 days", "without season", evaluation.allFixed(), RuleScore::caught, out);
        compare("within 60 days", "with season", evaluation.allQuiet(), RuleScore::caught, out);
        compare("ever", "without season", evaluation.allFixed(), RuleScore::caughtEver, out);
        compare("ever", "with season", evaluation.allQuiet(), RuleScore::caughtEver, out);
        out.println();
    }

    private void compare(
            String caught, String how, Collection<RuleScore> fixed, ToIntFunction<RuleScore> count, PrintStream out) {
        RuleScore stalled = scores.get(0);
        RuleScore same = StallEvaluation.matching(stalled, fixed, count);
        if (same == null) {
            out.printf("No fixed rule %s catches as much %s%n", how, caught);
            return;
        }
        out.printf(
                Locale.ROOT,
                "Of fixed rules %s, %s catches as much %s: it has %d false alerts, %s %d (%.2f times as many)%n",
                how,
                same.rule(),
                caught,
                same.falseAlerts(),
                stalled.rule(),
                stalled.falseAlerts(),
                stalled.falseAlerts() / (double) Math.max(1, same.falseAlerts()));
    }
}
