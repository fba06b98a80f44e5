package vn.nhipcho.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SilenceTest {
    @Property(tries = 300)
    void daysUntilAndStoppedAreInverse(
            @ForAll @DoubleRange(min = 0.3, max = 400) double orders,
            @ForAll @DoubleRange(min = 0.5, max = 2_000) double days,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double probability) {
        var silence = new Silence(orders, days, 700);

        double silent = silence.daysUntil(probability);

        assertThat(silence.stopped(silent)).isCloseTo(probability, within(1e-6));
        assertThat(silence.stopped(silent * 1.1)).isGreaterThan(probability);
    }

    @Test
    void isContinuousWhereTheOrdersWeighOne() {
        assertThat(new Silence(1, 20, 700).stopped(300))
                .isCloseTo(new Silence(1 + 1e-7, 20, 700).stopped(300), within(1e-6));
    }

    @Test
    void aSellerThatNeverStopsHasNotStopped() {
        assertThat(new Silence(40, 100, Double.POSITIVE_INFINITY).stopped(200)).isZero();
    }

    /** Of sellers drawn from the model, as many of those silent for so long have stopped as it says. */
    @Test
    void isTheShareOfSilentSellersThatHaveStopped() {
        var random = new Random(1);
        double alpha = 4;
        double life = 1_000;
        int silent = 0;
        int stopped = 0;
        double expected = 0;
        for (int seller = 0; seller < 400_000; seller++) {
            // A Gamma distribution of shape 1 is the exponential one.
            double rate = -Math.log(1 - random.nextDouble()) / alpha;
            double stopsAt = -Math.log(1 - random.nextDouble()) * life;
            double first = -Math.log(1 - random.nextDouble()) / rate;
            double second = first - Math.log(1 - random.nextDouble()) / rate;
            double third = second - Math.log(1 - random.nextDouble()) / rate;
            // Watched 30 days after the second order, both of them before it stops.
            if (second < Math.min(stopsAt, 60)) {
                boolean goesOnSilent = third >= second + 30 && stopsAt >= second + 30;
                boolean hasStopped = stopsAt < second + 30 && third > stopsAt;
                if (goesOnSilent || hasStopped) {
                    silent++;
                    stopped += hasStopped ? 1 : 0;
                    expected += new Silence(1 + 2, alpha + second, life).stopped(30);
                }
            }
        }

        assertThat(silent).isGreaterThan(20_000);
        assertThat(stopped / (double) silent).isCloseTo(expected / silent, within(0.01));
    }
}
