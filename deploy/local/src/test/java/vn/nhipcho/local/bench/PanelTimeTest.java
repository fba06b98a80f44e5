package vn.nhipcho.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PanelTimeTest {
    @Test
    void takesTheNearestRank() {
        var values = List.of(40.0, 10.0, 30.0, 20.0);

        assertThat(PanelTime.percentile(values, 0.5)).isEqualTo(20);
        assertThat(PanelTime.percentile(values, 0.95)).isEqualTo(40);
        assertThat(PanelTime.percentile(values, 0.25)).isEqualTo(10);
        assertThat(PanelTime.percentile(List.of(7.0), 0.5)).isEqualTo(7);
    }

    @Test
    void countsEveryRunOfEveryPanelOnce() {
        var times = PanelTimes.of(
                List.of(new PanelTime("a", "A", List.of(1.0, 2.0, 3.0)), new PanelTime("b", "B", List.of(100.0))), 5);

        assertThat(times.panels()).isEqualTo(2);
        assertThat(times.p50Ms()).isEqualTo(2);
        assertThat(times.slowestMs()).isEqualTo(100);
    }
}
