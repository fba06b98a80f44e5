package vn.nhipcho.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Arrays;
import java.util.List;

/** How long the queries of one panel take together, in milliseconds, over some runs. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonPropertyOrder({"measurement", "dashboard", "title", "runs", "median_ms", "slowest_ms"})
record PanelTime(String dashboard, String title, List<Double> millis) {

    @JsonProperty
    String measurement() {
        return "panel";
    }

    @JsonProperty
    int runs() {
        return millis.size();
    }

    @JsonProperty
    double medianMs() {
        return percentile(millis, 0.5);
    }

    @JsonProperty
    double slowestMs() {
        return percentile(millis, 1);
    }

    /** The nearest rank: the smallest value that at least that share of all values does not exceed. */
    static double percentile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(1, rank) - 1];
    }
}
