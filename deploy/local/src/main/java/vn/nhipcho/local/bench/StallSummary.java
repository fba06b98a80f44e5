package vn.nhipcho.local.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import vn.nhipcho.evaluation.RuleScore;

/** {@code bench stall} over several seasons: means and ranges of each rule, and how sure the comparison is. */
record StallSummary(List<JudgedSeason> seasons) {
    /** What the issue allows: at most half the false alerts. */
    private static final double AIM = 0.5;

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT, "All %d seasons, mean (least to greatest); seeds %s%n%n", seasons.size(), list(seeds()));
        out.printf(
                "%-16s %19s %17s %19s %19s %17s %10s%n",
                "rule", "alerts", "false", "caught 60 d, %", "caught ever, %", "median days", "false, %");
        for (int rule = 0; rule < seasons.get(0).scores().size(); rule++) {
            int place = rule;
            out.printf(
                    Locale.ROOT,
                    "%-16s %19s %17s %19s %19s %17s %10.0f%n",
                    seasons.get(0).scores().get(rule).rule(),
                    range(place, RuleScore::alerts),
                    range(place, RuleScore::falseAlerts),
                    range(place, score -> 100 * score.caughtShare()),
                    range(place, score -> 100 * score.caughtEverShare()),
                    range(place, RuleScore::medianDays),
                    100.0 * sum(place, RuleScore::falseAlerts) / sum(place, RuleScore::alerts));
        }
        out.println();
        for (StallReading reading : StallReading.values()) {
            out.println(sentence(reading));
        }
    }

    private String sentence(StallReading reading) {
        var compared = seasons.stream()
                .filter(season -> season.alike().containsKey(reading))
                .toList();
        String beginning = "Caught %s, fixed rule %s: ".formatted(reading.caught(), reading.knowledge());
        if (compared.isEmpty()) {
            return beginning + "none catches as much";
        }
        double[] own = values(compared, season -> season.stalled().falseAlerts());
        double[] fixed = values(compared, season -> season.alike().get(reading).falseAlerts());
        double[] ratios = values(compared, season -> season.ratio(reading));
        var interval = RatioInterval.of(own, fixed);
        return beginning
                + String.format(
                        Locale.ROOT,
                        "%.0f against %.0f false alerts, %.2f times as many (95 %% of resamples: %.2f to %.2f; by season %s); at "
                                + "most %.1f in %d of %d",
                        IntStream.range(0, own.length).mapToDouble(i -> own[i]).sum(),
                        IntStream.range(0, fixed.length)
                                .mapToDouble(i -> fixed[i])
                                .sum(),
                        interval.ratio(),
                        interval.low(),
                        interval.high(),
                        list(ratios),
                        AIM,
                        java.util.Arrays.stream(ratios)
                                .filter(ratio -> ratio <= AIM)
                                .count(),
                        seasons.size());
    }

    private String range(int rule, ToDoubleFunction<RuleScore> of) {
        var statistics = seasons.stream()
                .mapToDouble(season -> of.applyAsDouble(season.scores().get(rule)))
                .summaryStatistics();
        return String.format(
                Locale.ROOT, "%.0f (%.0f-%.0f)", statistics.getAverage(), statistics.getMin(), statistics.getMax());
    }

    private double sum(int rule, ToDoubleFunction<RuleScore> of) {
        return seasons.stream()
                .mapToDouble(season -> of.applyAsDouble(season.scores().get(rule)))
                .sum();
    }

    private List<Long> seeds() {
        return seasons.stream().map(JudgedSeason::seed).toList();
    }

    private static double[] values(List<JudgedSeason> seasons, ToDoubleFunction<JudgedSeason> of) {
        return seasons.stream().mapToDouble(of).toArray();
    }

    private static String list(List<Long> numbers) {
        return String.join(", ", numbers.stream().map(String::valueOf).toList());
    }

    private static String list(double[] numbers) {
        return String.join(
                " ",
                java.util.Arrays.stream(numbers)
                        .mapToObj(number -> String.format(Locale.ROOT, "%.2f", number))
                        .toList());
    }
}
