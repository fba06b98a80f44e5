package vn.nhipcho.clickhouse;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What the sink counts, by table; docs/operations.md says what each means. Decides nothing. */
final class SinkMetrics {
    /** Quantiles are of the last so many: inserts are few, events many. */
    private static final int LAST_INSERTS = 100;

    private static final int LAST_EVENTS = 10_000;

    private SinkMetrics() {}

    static OfWriter ofWriter(WriterInitContext context, TableSpec<?> table) {
        return new OfWriter(context.metricGroup().addGroup("table", table.name()));
    }

    static OfCommitter ofCommitter(CommitterInitContext context, TableSpec<?> table) {
        return new OfCommitter(context.metricGroup().addGroup("table", table.name()), table.tellsArrival());
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

    /** For one thread. */
    static final class OfCommitter {
        private final MetricGroup group;
        private final Counter rows;
        private final Counter refused;
        private final Histogram batchRows;
        private final Histogram batchBytes;
        private final Histogram freshness;
        private final Map<Integer, Counter> retries = new HashMap<>();

        /** @param tellsArrival whether the rows tell when their event arrived, and so how fresh they are */
        OfCommitter(MetricGroup group, boolean tellsArrival) {
            this.group = group;
            this.rows = group.counter("clickhouse_rows_written");
            this.refused = group.counter("clickhouse_rows_refused");
            this.batchRows = group.histogram("insert_batch_rows", new DescriptiveStatisticsHistogram(LAST_INSERTS));
            this.batchBytes = group.histogram("insert_batch_bytes", new DescriptiveStatisticsHistogram(LAST_INSERTS));
            this.freshness = tellsArrival
                    ? group.histogram("freshness_milliseconds", new DescriptiveStatisticsHistogram(LAST_EVENTS))
                    : null;
        }

        static OfCommitter unregistered() {
            return new OfCommitter(new UnregisteredMetricsGroup(), true);
        }

        void written(int count, long bytes) {
            rows.inc(count);
            batchRows.update(count);
            batchBytes.update(bytes);
        }

        void queryable(long arrival, long now) {
            freshness.update(now - arrival);
        }

        /** @param code ClickHouse's, 0 when it gave none */
        void retried(int code) {
            retries.computeIfAbsent(code, first -> group.addGroup("code", Integer.toString(first))
                            .counter("insert_retries"))
                    .inc();
        }

        void rejected() {
            refused.inc();
        }

        long rows() {
            return rows.getCount();
        }

        long inserts() {
            return batchRows.getCount();
        }

        long refused() {
            return refused.getCount();
        }

        long retries(int code) {
            return retries.containsKey(code) ? retries.get(code).getCount() : 0;
        }

        Histogram freshness() {
            return freshness;
        }
    }
}
