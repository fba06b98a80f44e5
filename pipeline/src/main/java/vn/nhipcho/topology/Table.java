package vn.nhipcho.topology;

import org.apache.flink.streaming.api.datastream.DataStream;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.ClickHouseSink;
import vn.nhipcho.clickhouse.TableSpec;
import vn.nhipcho.clickhouse.TableVersions;
import vn.nhipcho.model.AttemptStart;

/** One target table of a job: where its rows go and from which version on. */
public record Table<T>(ClickHouseConfig clickhouse, TableSpec<T> spec) {

    /** With as many subtasks as the step that makes the rows, so that the two are one task. */
    public void write(DataStream<T> rows) {
        rows.sinkTo(new ClickHouseSink<>(clickhouse, spec))
                .setParallelism(rows.getParallelism())
                .name(spec.name())
                .uid("table-" + spec.name());
    }

    public AttemptStart start() {
        return TableVersions.attemptStart(clickhouse, spec);
    }
}
