package vn.nhipcho.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatioIntervalTest {
    @Test
    void isOfTheTotalsAndNotTheMeanOfTheSeasons() {
        var interval = RatioInterval.of(new double[] {10, 90}, new double[] {100, 100});

        assertThat(interval.ratio()).isEqualTo(0.5);
        // Of two seasons a resample is one of them twice in half of the cases.
        assertThat(interval.low()).isEqualTo(0.1);
        assertThat(interval.high()).isEqualTo(0.9);
        assertThat(RatioInterval.of(new double[] {1, 90}, new double[] {2, 900}).ratio())
                .isCloseTo(91 / 902.0, within(1e-9));
    }

    @Test
    void isNarrowWhereSeasonsAreAlike() {
        assertThat(RatioInterval.of(new double[] {30, 30, 30}, new double[] {100, 100, 100}))
                .isEqualTo(new RatioInterval(0.3, 0.3, 0.3));
    }
}
