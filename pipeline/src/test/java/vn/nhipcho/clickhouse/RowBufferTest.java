package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.clickhouse.CellRows.cell;
import static vn.nhipcho.clickhouse.CellRows.inYear;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipcho.model.CellRow;

class RowBufferTest {
    private final RowBuffer<CellRow> buffer = new RowBuffer<>(Tables.SALES_HOURLY, 100);

    @Test
    void keepsTheHighestVersionOfEachKeyWhateverComesLast() {
        buffer.add(cell(1, 5, 12));
        buffer.add(cell(2, 7, 11));
        buffer.add(cell(1, 6, 13));
        buffer.add(cell(2, 1, 10));

        assertThat(versions(buffer.drain(0))).containsExactlyInAnyOrder(13L, 11L);
    }

    @Test
    void isEmptyAfterItWasDrained() {
        buffer.add(cell(1, 5, 12));
        assertThat(buffer.memory()).isPositive();

        buffer.drain(0);

        assertThat(buffer.memory()).isZero();
        assertThat(buffer.drain(0)).isEmpty();
    }

    @Test
    void countsAReplacedRowOnce() {
        buffer.add(cell(1, 5, 12));
        long one = buffer.memory();
        buffer.add(cell(1, 6, 13));

        assertThat(buffer.memory()).isEqualTo(one);
    }

    @Test
    void cutsByRows() {
        for (int hour = 0; hour < 250; hour++) {
            buffer.add(cell(hour, 1, 1));
        }

        assertThat(buffer.drain(0)).extracting(Committable::rows).containsExactly(100, 100, 50);
    }

    @Test
    void cutsSoThatNoInsertTouchesTooManyPartitions() {
        for (int year = 1971; year < 2071; year++) {
            buffer.add(inYear(year, 1));
        }

        assertThat(buffer.drain(0)).extracting(Committable::rows).containsExactly(50, 50);
    }

    @Test
    void tellsRowsApartThatMovedToAnotherPartition() {
        TableSpec<Long> table = new TableSpec<>(
                "moving", List.of(Column.text("key", year -> "one key")), List.of(), year -> year, year -> year);
        RowBuffer<Long> moving = new RowBuffer<>(table, 100);
        moving.add(2024L);
        moving.add(2025L);

        assertThat(moving.drain(0)).extracting(Committable::rows).containsExactly(2);
    }

    @Test
    void printsTheKeyOfAPackedRow() {
        buffer.add(cell(0, 5, 12));

        assertThat(RowBatch.unpack(buffer.drain(0).get(0)).printKey(0))
                .isEqualTo("grouping=district, hour=1751328000, platform=, province=, district=930, commune=,"
                        + " commodity=, cooperative=, seller_type=");
    }

    private static List<Long> versions(List<Committable> committables) {
        List<Long> versions = new ArrayList<>();
        for (Committable committable : committables) {
            RowBatch batch = RowBatch.unpack(committable);
            for (int row = 0; row < batch.rows(); row++) {
                versions.add(batch.version(row));
            }
        }
        return versions;
    }
}
