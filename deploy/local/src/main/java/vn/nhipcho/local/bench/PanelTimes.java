package vn.nhipcho.local.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** All panels together: every run of every panel counts once. Milliseconds. */
@JsonNaming(SnakeCaseStrategy.class)
record PanelTimes(
        String measurement, long orderLines, int panels, double p50Ms, double p95Ms, double slowestMs, int cores) {

    static PanelTimes of(List<PanelTime> panels, long orderLines) {
        List<Double> all =
                panels.stream().flatMap(panel -> panel.millis().stream()).toList();
        return new PanelTimes(
                "panels",
                orderLines,
                panels.size(),
                PanelTime.percentile(all, 0.5),
                PanelTime.percentile(all, 0.95),
                PanelTime.percentile(all, 1),
                Runtime.getRuntime().availableProcessors());
    }
}
