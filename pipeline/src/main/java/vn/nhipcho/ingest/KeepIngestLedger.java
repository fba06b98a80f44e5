package vn.nhipcho.ingest;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vn.nhipcho.model.AttemptStart;
import vn.nhipcho.model.FreshnessRow;
import vn.nhipcho.model.IngestLedgerRow;

/**
 * Adds up what was read and what became of it, by partition and minute; does not forget a minute. A record with an old
 * timestamp must find the row of its minute again: begun anew, it would write a lower count over the right one. That is
 * about 150 bytes a minute in which a partition was read, so at most 80 MB a year and partition, in each job, before
 * RocksDB compresses them.
 */
public final class KeepIngestLedger extends KeyedProcessFunction<String, LedgerEntry, IngestLedgerRow> {
    static final OutputTag<FreshnessRow> FRESHNESS =
            new OutputTag<>("freshness", TypeInformation.of(FreshnessRow.class));
    private static final MapStateDescriptor<Long, IngestLedgerRow> MINUTES =
            new MapStateDescriptor<>("minutes", Types.LONG, TypeInformation.of(IngestLedgerRow.class));
    private static final ValueStateDescriptor<PartitionState> PARTITION =
            new ValueStateDescriptor<>("partition", PartitionState.class);

    private final String job;
    private final AttemptStart start;
    private transient MapState<Long, IngestLedgerRow> minutes;
    private transient ValueState<PartitionState> partition;
    private transient long attemptStart;

    KeepIngestLedger(String job, AttemptStart start) {
        this.job = job;
        this.start = start;
    }

    /** The rows of the two tables. */
    public record Rows(DataStream<IngestLedgerRow> ledger, DataStream<FreshnessRow> freshness) {}

    /** One subtask is enough for a handful of partitions, and spares ClickHouse an insert a checkpoint. */
    public static Rows attach(DataStream<LedgerEntry> entries, String uid, String job, AttemptStart start) {
        var rows = entries.keyBy(LedgerEntry::partitionKey, Types.STRING)
                .process(new KeepIngestLedger(job, start))
                .returns(IngestLedgerRow.class)
                .setParallelism(1)
                .name("keep ingest ledger")
                .uid(uid);
        return new Rows(rows, rows.getSideOutput(FRESHNESS));
    }

    @Override
    public void open(OpenContext context) throws Exception {
        minutes = getRuntimeContext().getMapState(MINUTES);
        partition = getRuntimeContext().getState(PARTITION);
        attemptStart = start.read();
    }

    @Override
    public void processElement(LedgerEntry entry, Context context, Collector<IngestLedgerRow> out) throws Exception {
        PartitionState before = partition.value() == null ? PartitionState.START : partition.value();
        PartitionState after = advanced(before, entry);
        partition.update(after);
        if (after.version() != before.version()) {
            context.output(
                    FRESHNESS,
                    new FreshnessRow(
                            job,
                            entry.topic(),
                            entry.partition(),
                            after.eventTime(),
                            after.timestamp(),
                            after.version()));
        }
        long firstMinute = minuteOfFirstOffset(entry);
        long gaps = entry.gaps() + gapBefore(before, entry);
        for (var counts : entry.minutes().entrySet()) {
            long minute = counts.getKey();
            long gapsHere = minute == firstMinute ? gaps : 0;
            IngestLedgerRow row =
                    add(row(entry, minute), counts.getValue(), entry.spans().get(minute), gapsHere);
            minutes.put(minute, row);
            out.collect(row);
        }
    }

    private IngestLedgerRow row(LedgerEntry entry, long minute) throws Exception {
        IngestLedgerRow row = minutes.get(minute);
        return row != null
                ? row
                : new IngestLedgerRow(job, entry.topic(), entry.partition(), minute, 0, 0, 0, 0, 0, -1, -1, 0, 0);
    }

    private IngestLedgerRow add(IngestLedgerRow row, long[] counts, long[] span, long gaps) {
        return new IngestLedgerRow(
                row.job(),
                row.topic(),
                row.partition(),
                row.minute(),
                row.consumed() + counts[0],
                row.applied() + counts[1],
                row.duplicate() + counts[2],
                row.superseded() + counts[3],
                row.dead() + counts[4],
                span == null || row.firstOffset() >= 0 ? row.firstOffset() : span[0],
                span == null ? row.lastOffset() : Math.max(row.lastOffset(), span[1]),
                row.gaps() + gaps,
                AttemptStart.next(row.version(), attemptStart));
    }

    private PartitionState advanced(PartitionState before, LedgerEntry entry) {
        boolean newer = entry.eventTime() > before.eventTime() || entry.timestamp() > before.timestamp();
        return new PartitionState(
                Math.max(before.lastOffset(), entry.lastOffset()),
                Math.max(before.eventTime(), entry.eventTime()),
                Math.max(before.timestamp(), entry.timestamp()),
                newer ? AttemptStart.next(before.version(), attemptStart) : before.version());
    }

    /** What is missing between this entry and the one before it; retention before the first record is no gap. */
    private static long gapBefore(PartitionState before, LedgerEntry entry) {
        boolean follows = before.lastOffset() >= 0 && entry.firstOffset() >= 0;
        return follows ? Math.max(0, entry.firstOffset() - before.lastOffset() - 1) : 0;
    }

    private static long minuteOfFirstOffset(LedgerEntry entry) {
        for (var span : entry.spans().entrySet()) {
            if (span.getValue()[0] == entry.firstOffset()) {
                return span.getKey();
            }
        }
        return Long.MIN_VALUE;
    }
}
