package vn.nhipcho.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class DiceTest {
    @Test
    void forksTheSameHoweverMuchWasDrawn() {
        var dice = new Dice(5);
        long early = dice.fork(7).next();
        dice.next();
        assertThat(dice.fork(7).next()).isEqualTo(early);
        assertThat(dice.fork(8).next()).isNotEqualTo(early);
    }

    @Test
    void isTheSameOnEveryMachineAndRelease() {
        var dice = new Dice(1);
        assertThat(List.of(dice.next(), dice.next())).isEqualTo(List.of(6791897765849424158L, -1041056189838986770L));
        assertThat(dice.normal()).isEqualTo(0.05220700661023098);
    }

    @Test
    void drawsTheMeansAskedFor() {
        var dice = new Dice(3);
        assertThat(mean(() -> dice.gamma(0.7, 2))).isCloseTo(2, within(0.05));
        assertThat(mean(() -> dice.gamma(3, 2))).isCloseTo(2, within(0.05));
        assertThat(mean(() -> dice.poisson(0.2))).isCloseTo(0.2, within(0.01));
        assertThat(mean(() -> dice.poisson(70))).isCloseTo(70, within(0.3));
        assertThat(mean(() -> dice.exponential(5))).isCloseTo(5, within(0.1));
        assertThat(mean(() -> dice.normal())).isCloseTo(0, within(0.02));
    }

    @Test
    void picksByWeight() {
        var dice = new Dice(4);
        assertThat(mean(() -> dice.pick(List.of(1, 10), number -> number == 1 ? 3.0 : 1.0)))
                .isCloseTo(3.25, within(0.1));
        assertThat(dice.pick(List.of("never", "always"), word -> word.equals("never") ? 0 : 1))
                .isEqualTo("always");
    }

    private static double mean(DoubleSupplier draw) {
        double sum = 0;
        for (int i = 0; i < 50_000; i++) {
            sum += draw.getAsDouble();
        }
        return sum / 50_000;
    }
}
