package vn.nhipcho.clickhouse;

import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;

/**
 * Keeps the last row of each key and hands the rows over at a checkpoint barrier.
 *
 * <p>A writer cannot stop its input: the barrier that would relieve it comes through the same input. So beyond the
 * memory limit it slows down, a millisecond a row, which lets at most what is already under way (the network buffers
 * before the barrier) come in.
 */
final class ClickHouseWriter<T> implements CommittingSinkWriter<T, Committable>, StatefulSinkWriter<T, Long> {
    private final RowBuffer<T> buffer;
    private final long maxMemory;
    private final HighestVersion highest;
    private final SinkMetrics.OfWriter metrics;
    private final TableSpec<T> table;

    ClickHouseWriter(
            TableSpec<T> table,
            int maxBatchRows,
            long maxMemory,
            HighestVersion highest,
            SinkMetrics.OfWriter metrics) {
        this.table = table;
        this.buffer = new RowBuffer<>(table, maxBatchRows);
        this.maxMemory = maxMemory;
        this.highest = highest;
        this.metrics = metrics;
        metrics.bufferedBytes(buffer::memory);
    }

    @Override
    public void write(T row, Context context) throws InterruptedException {
        buffer.add(row);
        if (table.isVersioned()) {
            highest.raiseTo(table.version().applyAsLong(row));
        }
        if (buffer.memory() > maxMemory) {
            metrics.slowed();
            Thread.sleep(1);
        }
    }

    @Override
    public void flush(boolean endOfInput) {
        // Rows wait for the barrier.
    }

    @Override
    public Collection<Committable> prepareCommit() {
        return buffer.drain(highest.handOver());
    }

    @Override
    public List<Long> snapshotState(long checkpointId) {
        return highest.state();
    }

    @Override
    public void close() {
        // Holds memory only.
    }
}
