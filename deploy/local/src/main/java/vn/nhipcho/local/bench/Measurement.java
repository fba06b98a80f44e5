package vn.nhipcho.local.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * One measurement.
 *
 * @param events as counted at the measured end, not as sent
 * @param secondsToFirstRow until an order line could be queried; null where no rows are written
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"measurement", "events", "seconds", "events_per_second", "seconds_to_first_row"})
record Measurement(
        @JsonProperty("measurement") String name,
        long events,
        double seconds,
        Double secondsToFirstRow,
        int cores,
        double loadAverage) {

    static Measurement of(Measured measured, long events, double seconds, Double secondsToFirstRow, Load load) {
        return new Measurement(
                measured.toString(), events, seconds, secondsToFirstRow, load.cores(), load.loadAverage());
    }

    @JsonProperty
    long eventsPerSecond() {
        return Math.round(events / seconds);
    }
}
