package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HighestVersionTest {
    @Test
    void refusesAClickHouseThatIsOlderThanTheSavepoint() {
        HighestVersion highest = new HighestVersion("sales_hourly", 100, () -> 99);

        assertThatThrownBy(highest::compareOnce)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("market_raw.sales_hourly is 99")
                .hasMessageContaining("has handed over 100")
                .hasMessageContaining("deploy/RUNBOOK.md#clickhouse-older-than-savepoint");
    }

    @Test
    void comparesWithWhatWasRestoredAndNotWithWhatCameSince() throws Exception {
        HighestVersion highest = new HighestVersion("sales_hourly", 100, () -> 100);
        highest.raiseTo(200);

        highest.compareOnce();

        assertThat(highest.state()).containsExactly(200L);
    }

    @Test
    void asksOnlyOnceAndNeverInAJobThatStartsAfresh() throws Exception {
        int[] asked = {0};
        HighestVersion restored = new HighestVersion("sales_hourly", 100, () -> 100 + asked[0]++);
        restored.compareOnce();
        restored.compareOnce();
        assertThat(asked[0]).isEqualTo(1);

        HighestVersion fresh = new HighestVersion("sales_hourly", HighestVersion.NONE, () -> 0 * asked[0]++);
        fresh.compareOnce();
        assertThat(asked[0]).isEqualTo(1);
        assertThat(fresh.state()).isEmpty();
    }
}
