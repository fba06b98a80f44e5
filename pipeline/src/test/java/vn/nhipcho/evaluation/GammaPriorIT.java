package vn.nhipcho.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GammaPriorIT {
    private static final int SELLERS = 3_000;

    @Property(tries = 12)
    void recoversThePriorThatGammaPoissonOrdersWereMadeFrom(
            @ForAll @DoubleRange(min = 0.4, max = 2.5) double r,
            @ForAll @DoubleRange(min = 2, max = 40) double alpha,
            @ForAll long seed) {
        GammaPrior prior = GammaPrior.estimate(sellers(r, alpha, Double.POSITIVE_INFINITY, new Random(seed)));

        assertThat(prior.r()).isCloseTo(r, within(0.15 * r));
        assertThat(prior.alphaDays()).isCloseTo(alpha, within(0.2 * alpha));
        assertThat(prior.lifeDays()).as("nobody stops").isGreaterThan(5_000);
    }

    @Property(tries = 12)
    void takesSellersThatStoppedForStoppedAndNotForSlow(
            @ForAll @DoubleRange(min = 0.6, max = 2) double r, @ForAll long seed) {
        GammaPrior prior = GammaPrior.estimate(sellers(r, 8, 300, new Random(seed)));

        assertThat(prior.r()).isCloseTo(r, within(0.2 * r));
        assertThat(prior.alphaDays()).isCloseTo(8, within(0.25 * 8));
        assertThat(prior.lifeDays()).isCloseTo(300, within(0.2 * 300));
    }

    @Test
    void needsSellersWithMoreThanOneOrder() {
        assertThatThrownBy(() -> GammaPrior.estimate(List.of(new Purchases(0, 0, 100))))
                .hasMessageContaining("at least 10");
    }

    /** @param lifeDays mean time until a seller stops */
    private static List<Purchases> sellers(double r, double alpha, double lifeDays, Random random) {
        var sellers = new ArrayList<Purchases>();
        for (int i = 0; i < SELLERS; i++) {
            double rate = gamma(r, random) / alpha;
            double watched = 60 + 400 * random.nextDouble();
            double stopsAt = -Math.log(1 - random.nextDouble()) * lifeDays;
            double at = 0;
            int repeats = 0;
            while (true) {
                double next = at - Math.log(1 - random.nextDouble()) / rate;
                if (next > Math.min(watched, stopsAt)) {
                    break;
                }
                at = next;
                repeats++;
            }
            sellers.add(new Purchases(repeats, at, watched));
        }
        return sellers;
    }

    /** Marsaglia and Tsang, 2000; of rate 1. */
    private static double gamma(double shape, Random random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
