package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.Test;

class FloorCheckTest {
    private final AtomicLong slept = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();

    @Test
    void refusesAClickHouseThatIsOlderThanTheSavepoint() {
        FloorCheck check = check(99, 0);

        assertThatThrownBy(() -> check.require(100))
                .isInstanceOf(SuppressRestartsException.class)
                .cause()
                .hasMessageContaining("market_raw.sales_hourly is 99")
                .hasMessageContaining("has handed over 100")
                .hasMessageContaining("deploy/RUNBOOK.md#clickhouse-older-than-savepoint");
        assertThat(slept).hasValueBetween(10_000, 60_000);
    }

    @Test
    void waitsForAReplicaThatIsALittleBehind() throws Exception {
        check(98, 1).require(100);

        assertThat(reads).hasValue(3);
    }

    @Test
    void comparesOnlyBeforeTheFirstInsert() throws Exception {
        FloorCheck check = check(100, 0);
        check.require(100);
        check.require(200);

        assertThat(reads).hasValue(1);
    }

    @Test
    void asksNothingInAJobThatStartsAfresh() throws Exception {
        check(0, 0).require(HighestVersion.NONE);

        assertThat(reads).hasValue(0);
    }

    @Test
    void knowsWhatWasHandedOverBefore() {
        HighestVersion highest = new HighestVersion(100);
        highest.raiseTo(200);
        assertThat(highest.handOver()).isEqualTo(100);
        highest.raiseTo(150);

        assertThat(highest.handOver()).isEqualTo(200);
        assertThat(highest.state()).containsExactly(200L);
        assertThat(new HighestVersion(HighestVersion.NONE).state()).isEmpty();
    }

    private FloorCheck check(long held, long growth) {
        return new FloorCheck("sales_hourly", () -> held + growth * reads.getAndIncrement(), slept::addAndGet);
    }
}
