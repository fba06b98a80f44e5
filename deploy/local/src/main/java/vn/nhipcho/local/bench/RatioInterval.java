package vn.nhipcho.local.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How sure a ratio of two totals over seasons is: the middle 95 % of the ratios that seasons drawn with repetition give
 * (percentile bootstrap, Efron 1979). Equal seasons give equal intervals.
 */
record RatioInterval(double ratio, double low, double high) {
    private static final int RESAMPLES = 10_000;

    /** @param parts and wholes, one of each a season */
    static RatioInterval of(double[] parts, double[] wholes) {
        var random = new SplittableRandom(1);
        double[] ratios = new double[RESAMPLES];
        for (int sample = 0; sample < RESAMPLES; sample++) {
            double part = 0;
            double whole = 0;
            for (int i = 0; i < parts.length; i++) {
                int season = random.nextInt(parts.length);
                part += parts[season];
                whole += wholes[season];
            }
            ratios[sample] = ratio(part, whole);
        }
        Arrays.sort(ratios);
        return new RatioInterval(
                ratio(Arrays.stream(parts).sum(), Arrays.stream(wholes).sum()),
                ratios[RESAMPLES / 40],
                ratios[RESAMPLES - 1 - RESAMPLES / 40]);
    }

    private static double ratio(double part, double whole) {
        return part / Math.max(1, whole);
    }
}
