package vn.nhipcho.topology;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.ClickHouseSink;
import vn.nhipcho.clickhouse.TableSpec;
import vn.nhipcho.clickhouse.TableVersions;
import vn.nhipcho.model.AttemptStart;

/** One target table of a job: where its rows go and from which version on. */
public record Table<T>(String name, Sink<T> sink, AttemptStart start) {

    static <T> Table<T> of(ClickHouseConfig clickhouse, TableSpec<T> spec) {
        return new Table<>(
                spec.name(), new ClickHouseSink<>(clickhouse, spec), TableVersions.attemptStart(clickhouse, spec));
    }

    /** With as many subtasks as the step that makes the rows, so that the two are one task. */
    public void write(DataStream<T> rows) {
        rows.sinkTo(sink).setParallelism(rows.getParallelism()).name(name).uid("table-" + name);
    }
}
