package vn.nhipcho.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.bench.FreshnessRun.Answer;

class FreshnessRunTest {
    private static final long SECOND = 1_000_000_000;
    private static final Load LOAD = new Load(2, 1.5);

    @Test
    void countsAnOrderAsSeenWhenThereAreAsManyMoreAsHadBeenSent() {
        List<Long> sent = List.of(SECOND, 2 * SECOND, 3 * SECOND);
        List<Answer> answers =
                List.of(new Answer(2 * SECOND, 10), new Answer(4 * SECOND, 12), new Answer(9 * SECOND, 13));

        assertThat(FreshnessRun.seconds(sent, 10, answers)).containsExactly(2, 3, 6);
    }

    @Test
    void leavesOutWhatNeverCameToBeCounted() {
        assertThat(FreshnessRun.seconds(List.of(SECOND, SECOND), 0, List.of(new Answer(3 * SECOND, 1))))
                .containsExactly(2);
        assertThatThrownBy(() -> FreshnessRun.seconds(List.of(SECOND), 5, List.of(new Answer(3 * SECOND, 5))))
                .isInstanceOf(Failure.class);
    }

    @Test
    void tellsWithinWhatTimeHalfAndNearlyAllWereThere() {
        double[] sorted =
                IntStream.rangeClosed(1, 1_000).mapToDouble(i -> i / 100.0).toArray();

        var freshness = Freshness.of(0.5, 4_000, 2, sorted, LOAD);

        assertThat(freshness.load()).isEqualTo(0.5);
        assertThat(freshness.eventsPerSecond()).isEqualTo(2_000);
        assertThat(freshness.p50Seconds()).isEqualTo(5);
        assertThat(freshness.p95Seconds()).isEqualTo(9.5);
        assertThat(freshness.p99Seconds()).isEqualTo(9.9);
        assertThat(freshness.slowestSeconds()).isEqualTo(10);
    }
}
