package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.nhipcho.model.CellRow;
import vn.nhipcho.model.EventRow;

class DeliveryTest {
    private final List<Long> waits = new ArrayList<>();
    private final List<Delivery.Refusal> refused = new ArrayList<>();
    private final Set<Long> written = new TreeSet<>();
    private final SinkMetrics.OfCommitter metrics = SinkMetrics.OfCommitter.unregistered();
    private int inserts;
    private static final Instant AT_9_S = Instant.ofEpochMilli(9_000);

    @Test
    void writesABatchWithOneInsert() throws Exception {
        deliverTo((batch, from, to) -> write(batch, from, to), 8);

        assertThat(inserts).isEqualTo(1);
        assertThat(written).hasSize(8);
        assertThat(metrics.rows()).isEqualTo(8);
        assertThat(metrics.inserts()).isEqualTo(1);
    }

    @Test
    void isolatesRefusedRowsByHalvingAndWritesTheOthers() throws Exception {
        Set<Long> bad = Set.of(3L, 700L);
        deliverTo(
                (batch, from, to) -> {
                    for (int row = from; row < to; row++) {
                        if (bad.contains(batch.version(row))) {
                            inserts++;
                            throw new SQLException("Constraint `sane` is violated", "HY000", 469);
                        }
                    }
                    write(batch, from, to);
                },
                1000);

        assertThat(written).hasSize(998).doesNotContainAnyElementsOf(bad);
        assertThat(refused).extracting(Delivery.Refusal::version).containsExactlyInAnyOrder(3L, 700L);
        assertThat(refused).extracting(Delivery.Refusal::code).containsOnly(469);
        assertThat(refused.get(0).key()).startsWith("grouping=district, hour=");
        assertThat(metrics.refused()).isEqualTo(2);
        assertThat(inserts).as("two paths of halving, not one insert a row").isLessThan(50);
    }

    @Test
    void waitsLongerEachTimeUntilClickHouseIsBack() throws Exception {
        deliverTo(
                (batch, from, to) -> {
                    if (++inserts <= 12) {
                        throw new SQLException("Too many parts", "HY000", 252);
                    }
                    inserts--;
                    write(batch, from, to);
                },
                2);

        assertThat(written).hasSize(2);
        assertThat(metrics.retries(252)).isEqualTo(12);
        assertThat(waits).hasSize(12);
        assertThat(waits.get(0)).isBetween(50L, 100L);
        assertThat(waits.get(3)).isBetween(400L, 800L);
        assertThat(waits.get(11)).isBetween(15_000L, 30_000L);
    }

    @Test
    void tellsHowLongAgoTheEventsOfWhatItWroteArrived() throws Exception {
        var rows = new RowBuffer<>(Tables.ORDER_EVENTS, 10);
        rows.add(event("e-1", 1_000));
        rows.add(event("e-2", 4_000));

        new Delivery(this::write, refused::add, Backoff.ofSeconds(1), metrics, InstantSource.fixed(AT_9_S))
                .deliver(RowBatch.unpack(rows.drain(0).get(0)));

        assertThat(metrics.freshness().getCount()).isEqualTo(2);
        assertThat(metrics.freshness().getStatistics().getValues()).containsExactlyInAnyOrder(8_000, 5_000);
    }

    @Test
    void doesNotGuessHowFreshRowsAreThatAnEarlierReleaseWrote() throws Exception {
        var rows = new RowBuffer<>(Tables.ORDER_EVENTS, 10);
        rows.add(event("e-1", 0));

        new Delivery(this::write, refused::add, Backoff.ofSeconds(1), metrics, InstantSource.fixed(AT_9_S))
                .deliver(RowBatch.unpack(rows.drain(0).get(0)));

        assertThat(metrics.rows()).isEqualTo(1);
        assertThat(metrics.freshness().getCount()).isZero();
    }

    private static EventRow event(String id, long arrivedAt) {
        return new EventRow("market.orders.v1", "shopee:A1", "s-1", id, 500, 7, arrivedAt, "{}");
    }

    @Test
    void failsWithAdviceWhenATableIsMissing() {
        assertThatThrownBy(() -> deliverTo(
                        (batch, from, to) -> {
                            throw new SQLException("Table does not exist", "HY000", 60);
                        },
                        2))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sales_hourly")
                .hasMessageContaining("run 'nhip-cho migrate'");
    }

    @Test
    void endsWhenTheTaskIsCancelledInTheMiddleOfAnInsert() {
        assertThatThrownBy(() -> deliverTo(
                        (batch, from, to) -> {
                            throw new SQLException(new InterruptedException());
                        },
                        2))
                .isInstanceOf(InterruptedException.class);
        assertThat(refused).isEmpty();
    }

    private void write(RowBatch batch, int from, int to) {
        inserts++;
        for (int row = from; row < to; row++) {
            written.add(batch.version(row));
        }
    }

    private void deliverTo(Inserter inserter, int rows) throws IOException, InterruptedException {
        RowBuffer<CellRow> buffer = new RowBuffer<>(Tables.SALES_HOURLY, rows);
        for (int i = 0; i < rows; i++) {
            buffer.add(CellRows.cell(i, 1, i));
        }
        Backoff backoff = new Backoff(30_000, new Random(1), waits::add);
        new Delivery(inserter, refused::add, backoff, metrics, InstantSource.system())
                .deliver(RowBatch.unpack(buffer.drain(0).get(0)));
    }
}
