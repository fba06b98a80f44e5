package vn.nhipcho.clickhouse;

import java.util.function.LongSupplier;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;

/** What the sink counts, by table. */
final class SinkMetrics {
    private SinkMetrics() {}

    static OfWriter ofWriter(WriterInitContext context, TableSpec<?> table) {
        return new OfWriter(context.metricGroup().addGroup("table", table.name()));
    }

    static OfCommitter ofCommitter(CommitterInitContext context, TableSpec<?> table) {
        MetricGroup group = context.metricGroup().addGroup("table", table.name());
        return new OfCommitter(
                group.counter("clickhouse_rows_written"),
                group.counter("clickhouse_batches_written"),
                group.counter("clickhouse_retries"),
                group.counter("clickhouse_rows_refused"));
    }

    static final class OfWriter {
        private final MetricGroup group;
        private final Counter slowed;

        OfWriter(MetricGroup group) {
            this.group = group;
            this.slowed = group.counter("clickhouse_rows_slowed");
        }

        void bufferedBytes(LongSupplier bytes) {
            group.gauge("clickhouse_buffered_bytes", (Gauge<Long>) bytes::getAsLong);
        }

        void slowed() {
            slowed.inc();
        }
    }

    record OfCommitter(Counter rows, Counter batches, Counter retries, Counter refused) {
        static OfCommitter unregistered() {
            return new OfCommitter(new SimpleCounter(), new SimpleCounter(), new SimpleCounter(), new SimpleCounter());
        }

        void written(int count) {
            rows.inc(count);
            batches.inc();
        }

        void retried() {
            retries.inc();
        }

        void rejected() {
            refused.inc();
        }
    }
}
