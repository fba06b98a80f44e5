package vn.nhipcho.clickhouse;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Upserts rows into one ClickHouse table, so that what the table holds is a completed checkpoint and never more: rows
 * wait in the writer for the checkpoint barrier, travel as committables and are inserted once the checkpoint has
 * completed. Rows bring their version; the sink gives none.
 *
 * <p>While ClickHouse is away the committer waits, and with it the task: the source is held back and nothing is lost.
 * Several inserts a second are made for each subtask and table that has rows, so keep the parallelism of narrow tables
 * at one.
 */
public final class ClickHouseSink<T> implements Sink<T>, SupportsCommitter<Committable>, SupportsWriterState<T, Long> {
    private final ClickHouseConfig config;
    private final TableSpec<T> table;

    public ClickHouseSink(ClickHouseConfig config, TableSpec<T> table) {
        this.config = config;
        this.table = table;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return restoreWriter(context, Collections.emptyList());
    }

    @Override
    public StatefulSinkWriter<T, Long> restoreWriter(WriterInitContext context, Collection<Long> states) {
        long restored = states.stream().mapToLong(Long::longValue).max().orElse(HighestVersion.NONE);
        return new ClickHouseWriter<>(
                table,
                config.maxBatchRows(),
                config.maxBufferBytes(),
                new HighestVersion(restored),
                SinkMetrics.ofWriter(context, table));
    }

    @Override
    public Committer<Committable> createCommitter(CommitterInitContext context) {
        SinkMetrics.OfCommitter metrics = SinkMetrics.ofCommitter(context, table);
        JdbcInserter inserter = new JdbcInserter(config);
        FloorCheck floor = new FloorCheck(table.name(), () -> TableVersions.highest(config, table), Thread::sleep);
        return new ClickHouseCommitter(
                floor,
                new Delivery(inserter, new RefusedRows(config), Backoff.ofSeconds(30), metrics, InstantSource.system()),
                inserter);
    }

    @Override
    public SimpleVersionedSerializer<Committable> getCommittableSerializer() {
        return new CommittableSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Long> getWriterStateSerializer() {
        return new HighestVersion.Serializer();
    }
}
