package vn.nhipcho.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import vn.nhipcho.deadletter.DeadLetterReason;

class DecodeMetricsTest {
    private final DecodeMetrics metrics =
            new DecodeMetrics(new UnregisteredMetricsGroup(), InstantSource.fixed(Instant.ofEpochMilli(10_500)));

    @Test
    void countsDeadLettersByReasonFromZeroOn() {
        metrics.refused(DeadLetterReason.IN_THE_FUTURE);
        metrics.refused(DeadLetterReason.IN_THE_FUTURE);

        assertThat(metrics.deadLetters(DeadLetterReason.IN_THE_FUTURE)).isEqualTo(2);
        assertThat(metrics.deadLetters(DeadLetterReason.WRONG_CURRENCY)).isZero();
    }

    @Test
    void eventTimeLagIsTheAgeOfTheNewestEventAndNoNumberBeforeTheFirst() {
        assertThat(metrics.eventTimeLagSeconds()).isNaN();

        metrics.accepted(8_000);
        metrics.accepted(3_000);

        assertThat(metrics.eventTimeLagSeconds()).isEqualTo(2.5);
    }
}
