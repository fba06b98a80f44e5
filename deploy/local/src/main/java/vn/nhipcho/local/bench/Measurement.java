package vn.nhipcho.local.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.Serializable;
import java.util.SortedMap;

/**
 * One measurement.
 *
 * @param events as counted at the measured end, not as sent
 * @param secondsToFirstRow until an order line could be queried; null where no rows are written
 * @param rateToDecodeOnly rate by that of decode-only in the same run; null where that was not measured
 * @param cpuSeconds by process, those of this command and its JIT compiler included; null where they were not read
 * @param jitCpuSeconds the JIT compiler's part of this command's {@code cpuSeconds}; null where the system does not tell
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "measurement",
    "events",
    "seconds",
    "events_per_second",
    "rate_to_decode_only",
    "seconds_to_first_row",
    "cpu_seconds_per_million_events",
    "cpu_seconds",
    "jit_cpu_seconds"
})
record Measurement(
        @JsonProperty("measurement") String name,
        long events,
        double seconds,
        Double secondsToFirstRow,
        Double rateToDecodeOnly,
        SortedMap<String, Double> cpuSeconds,
        Double jitCpuSeconds,
        int cores,
        double loadAverage)
        implements Serializable {

    static Measurement of(Measured measured, long events, double seconds, Double secondsToFirstRow, Load load) {
        return new Measurement(
                measured.toString(),
                events,
                seconds,
                secondsToFirstRow,
                null,
                null,
                null,
                load.cores(),
                load.loadAverage());
    }

    Measurement using(SortedMap<String, Double> cpuSeconds, Double jitCpuSeconds) {
        return new Measurement(
                name,
                events,
                seconds,
                secondsToFirstRow,
                rateToDecodeOnly,
                cpuSeconds,
                jitCpuSeconds,
                cores,
                loadAverage);
    }

    Measurement comparedWith(Measurement decodeOnly) {
        double ratio = (events / seconds) / (decodeOnly.events / decodeOnly.seconds);
        return new Measurement(
                name,
                events,
                seconds,
                secondsToFirstRow,
                Math.round(ratio * 1000) / 1000.0,
                cpuSeconds,
                jitCpuSeconds,
                cores,
                loadAverage);
    }

    /** Of all processes together. */
    @JsonProperty
    Double cpuSecondsPerMillionEvents() {
        return cpuSeconds == null
                ? null
                : Math.round(cpuSeconds.values().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .sum()
                                / events
                                * 1e8)
                        / 100.0;
    }

    @JsonProperty
    long eventsPerSecond() {
        return Math.round(events / seconds);
    }
}
