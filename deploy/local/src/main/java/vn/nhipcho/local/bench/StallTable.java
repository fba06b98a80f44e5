package vn.nhipcho.local.bench;

import java.io.PrintStream;
import java.util.Locale;
import vn.nhipcho.evaluation.RuleScore;
import vn.nhipcho.evaluation.StallEvaluation;

/** {@code bench stall} for people: the rules of one season, and what {@code seller_stalled} saves against fixed ones. */
record StallTable(JudgedSeason season) {

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "Season of seed %d: %d sellers; of those that stopped %d are judged, %d stopped in the last %d days and %d "
                        + "had too few orders; %.1f s%n%n",
                season.seed(),
                season.sellers(),
                season.stalled().stalls(),
                season.stallsTooLate(),
                StallEvaluation.TIME_TO_CATCH.toDays(),
                season.stallsWithTooFewOrders(),
                season.seconds());
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
        for (RuleScore score : season.scores()) {
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
        for (StallReading reading : StallReading.values()) {
            out.println(sentence(reading));
        }
        out.println();
    }

    private String sentence(StallReading reading) {
        RuleScore fixed = season.alike().get(reading);
        if (fixed == null) {
            return "Caught %s: no fixed rule %s catches as much".formatted(reading.caught(), reading.knowledge());
        }
        return String.format(
                Locale.ROOT,
                "Caught %s: the fixed rule %s that catches the same share is %s with %d false alerts, %s has %d (%.2f times as "
                        + "many)",
                reading.caught(),
                reading.knowledge(),
                fixed.rule(),
                fixed.falseAlerts(),
                season.stalled().rule(),
                season.stalled().falseAlerts(),
                season.ratio(reading));
    }
}
