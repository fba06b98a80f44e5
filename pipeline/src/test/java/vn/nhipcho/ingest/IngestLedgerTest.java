package vn.nhipcho.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import vn.nhipcho.model.FreshnessRow;
import vn.nhipcho.model.IngestLedgerRow;
import vn.nhipcho.source.RawRecord;

class IngestLedgerTest {
    private static final long MINUTE = 1_750_000_020L;

    @Test
    void whatWasReadEqualsWhatBecameOfItInEachMinute() throws Exception {
        try (var ledger = ledger(null)) {
            accept(ledger, read(0, MINUTE), read(1, MINUTE), read(2, MINUTE), read(3, MINUTE + 60));
            became(
                    ledger,
                    Verdict.applied(record(0, MINUTE).source(), 7_000),
                    Verdict.duplicate(record(1, MINUTE).source(), 5_000),
                    Verdict.dead(record(2, MINUTE).source()),
                    Verdict.superseded(record(3, MINUTE + 60).source(), 6_000));

            Map<Long, IngestLedgerRow> rows = rows(ledger);
            IngestLedgerRow first = rows.get(MINUTE);
            assertThat(first.consumed()).isEqualTo(3);
            assertThat(first.applied() + first.duplicate() + first.superseded() + first.dead())
                    .isEqualTo(3);
            assertThat(first.firstOffset()).isZero();
            assertThat(first.lastOffset()).isEqualTo(2);
            assertThat(rows.get(MINUTE + 60).superseded()).isEqualTo(1);
            FreshnessRow fresh =
                    ledger.getSideOutput(KeepIngestLedger.FRESHNESS).peek().getValue();
            assertThat(fresh.eventTime()).isEqualTo(7_000);
        }
    }

    @Test
    void aMissingOffsetIsAGapAndARewindByRestoreIsNone() throws Exception {
        OperatorSubtaskState snapshot;
        try (var ledger = ledger(null)) {
            accept(ledger, read(10, MINUTE), read(11, MINUTE));
            snapshot = ledger.snapshot(1, 1);
            accept(ledger, read(12, MINUTE), read(15, MINUTE));
            assertThat(rows(ledger).get(MINUTE).gaps()).isEqualTo(2);
        }
        try (var ledger = ledger(snapshot)) {
            accept(ledger, read(12, MINUTE), read(13, MINUTE));
            IngestLedgerRow row = rows(ledger).get(MINUTE);
            assertThat(row.gaps()).isZero();
            assertThat(row.consumed()).isEqualTo(4);
            assertThat(row.lastOffset()).isEqualTo(13);
        }
    }

    private static RawRecord record(long offset, long second) {
        return new RawRecord("market.orders.v1", 0, offset, second * 1000, null, new byte[0], 1);
    }

    private static RawRecord read(long offset, long second) {
        return record(offset, second);
    }

    private static void accept(
            KeyedOneInputStreamOperatorTestHarness<String, LedgerEntry, IngestLedgerRow> ledger, RawRecord... records)
            throws Exception {
        try (var counter = new OneInputStreamOperatorTestHarness<>(new CountRead())) {
            counter.open();
            for (RawRecord record : records) {
                counter.processElement(new StreamRecord<>(record));
            }
            counter.prepareSnapshotPreBarrier(1);
            assertThat(counter.extractOutputValues()).hasSize(records.length);
            for (var entry : counter.getSideOutput(CountRead.READ)) {
                ledger.processElement(entry);
            }
        }
    }

    private static void became(
            KeyedOneInputStreamOperatorTestHarness<String, LedgerEntry, IngestLedgerRow> ledger, Verdict... verdicts)
            throws Exception {
        try (var counter = new OneInputStreamOperatorTestHarness<>(new CountOutcomes())) {
            counter.open();
            for (Verdict verdict : verdicts) {
                counter.processElement(new StreamRecord<>(verdict));
            }
            counter.prepareSnapshotPreBarrier(1);
            for (LedgerEntry entry : counter.extractOutputValues()) {
                ledger.processElement(new StreamRecord<>(entry));
            }
        }
    }

    private static Map<Long, IngestLedgerRow> rows(
            KeyedOneInputStreamOperatorTestHarness<String, LedgerEntry, IngestLedgerRow> ledger) {
        Map<Long, IngestLedgerRow> rows = new HashMap<>();
        for (IngestLedgerRow row : ledger.extractOutputValues()) {
            rows.merge(row.minute(), row, (old, next) -> old.version() > next.version() ? old : next);
        }
        return rows;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, LedgerEntry, IngestLedgerRow> ledger(
            OperatorSubtaskState restored) throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new KeepIngestLedger("sales", () -> 0)),
                LedgerEntry::partitionKey,
                Types.STRING);
        harness.setup();
        if (restored != null) {
            harness.initializeState(restored);
        }
        harness.open();
        return harness;
    }
}
