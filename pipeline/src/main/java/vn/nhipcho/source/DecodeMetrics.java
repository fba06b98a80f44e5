package vn.nhipcho.source;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import vn.nhipcho.deadletter.DeadLetterReason;

/** What decoding counts; docs/operations.md says what each means. Decides nothing. */
final class DecodeMetrics {
    private final InstantSource clock;
    /** All from the start, so that the first letter of a reason is a rise that an alert sees. */
    private final Map<DeadLetterReason, Counter> deadLetters = new EnumMap<>(DeadLetterReason.class);

    private volatile long newest = Long.MIN_VALUE;

    DecodeMetrics(MetricGroup group, InstantSource clock) {
        this.clock = clock;
        for (DeadLetterReason reason : DeadLetterReason.values()) {
            deadLetters.put(reason, group.addGroup("reason", reason.name()).counter("dead_letters"));
        }
        group.gauge("event_time_lag_seconds", (Gauge<Double>) this::eventTimeLagSeconds);
    }

    void accepted(long occurredAt) {
        if (occurredAt > newest) {
            newest = occurredAt;
        }
    }

    void refused(DeadLetterReason reason) {
        deadLetters.get(reason).inc();
    }

    long deadLetters(DeadLetterReason reason) {
        return deadLetters.get(reason).getCount();
    }

    /** Not a number before the first event. */
    double eventTimeLagSeconds() {
        return newest == Long.MIN_VALUE ? Double.NaN : (clock.millis() - newest) / 1000.0;
    }
}
