package vn.nhipcho.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import vn.nhipcho.model.Cell;
import vn.nhipcho.model.CellRow;
import vn.nhipcho.state.CompactType;

class AddUpCellTest {
    private static final Cell CELL = new Cell("all", 3600, "", "", "", "", "", "", "");

    @Test
    void aCellThatComesBackToZeroIsDeletedAndItsVersionsGoOnRising() throws Exception {
        try (var cell = cell(1_000, null)) {
            add(cell, 1, 500);
            add(cell, -1, -500);
            add(cell, 1, 700);

            List<CellRow> rows = cell.extractOutputValues();
            assertThat(rows).extracting(CellRow::deleted).containsExactly(false, true, false);
            assertThat(rows).extracting(CellRow::version).isSorted().doesNotHaveDuplicates();
            assertThat(rows.get(2).measures()).containsExactly(1, 700);
        }
    }

    @Test
    void aLaterAttemptOutranksEverythingAnEarlierOneWrote() throws Exception {
        OperatorSubtaskState snapshot;
        long lastOfEarlier;
        try (var cell = cell(1_000, null)) {
            add(cell, 1, 500);
            snapshot = cell.snapshot(1, 1);
            add(cell, 1, 500);
            lastOfEarlier = last(cell).version();
        }
        try (var cell = cell(lastOfEarlier + 1, snapshot)) {
            add(cell, 2, 20);

            assertThat(last(cell).measures()).containsExactly(3, 520);
            assertThat(last(cell).version()).isGreaterThan(lastOfEarlier);
        }
    }

    @Test
    void aClockThatWentBackNeverLowersAVersion() throws Exception {
        OperatorSubtaskState snapshot;
        long before;
        try (var cell = cell(1_000_000, null)) {
            add(cell, 1, 1);
            before = last(cell).version();
            snapshot = cell.snapshot(1, 1);
        }
        try (var cell = cell(5, snapshot)) {
            add(cell, 1, 1);
            assertThat(last(cell).version()).isGreaterThan(before);
        }
    }

    @Test
    void aMeasureThatStateOfAnEarlierReleaseDoesNotHaveBeginsAtZero() throws Exception {
        OperatorSubtaskState snapshot;
        try (var cell = cell(1_000, null)) {
            add(cell, 1, 500);
            snapshot = cell.snapshot(1, 1);
        }
        try (var cell = cell(1_000, snapshot)) {
            cell.processElement(new StreamRecord<>(new CellDelta(CELL, new long[] {1, 20, 7})));

            assertThat(last(cell).measures()).containsExactly(2, 520, 7);
        }
    }

    @Test
    void stopsRatherThanWrapRoundToAnotherFigure() throws Exception {
        try (var cell = cell(1_000, null)) {
            add(cell, 1, Long.MAX_VALUE - 1);
            add(cell, 1, 1);
            assertThat(last(cell).measures()).containsExactly(2, Long.MAX_VALUE);

            assertThatThrownBy(() -> add(cell, 1, 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("beyond 64 bits");
        }
    }

    private static CellRow last(KeyedOneInputStreamOperatorTestHarness<Cell, CellDelta, CellRow> cell) {
        List<CellRow> rows = cell.extractOutputValues();
        return rows.get(rows.size() - 1);
    }

    private static void add(
            KeyedOneInputStreamOperatorTestHarness<Cell, CellDelta, CellRow> cell, long orders, long gross)
            throws Exception {
        cell.processElement(new StreamRecord<>(new CellDelta(CELL, new long[] {orders, gross})));
    }

    private static KeyedOneInputStreamOperatorTestHarness<Cell, CellDelta, CellRow> cell(
            long attemptStart, OperatorSubtaskState restored) throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new AddUpCell(() -> attemptStart)),
                CellDelta::cell,
                CompactType.of(Cell.class, CellSerializer.INSTANCE));
        harness.setup();
        if (restored != null) {
            harness.initializeState(restored);
        }
        harness.open();
        return harness;
    }
}
