package vn.nhipcho.topology;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
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

    /** For a run that has no use for the table. */
    public static <T> Table<T> dropping(TableSpec<T> spec) {
        return new Table<>(spec.name(), new DiscardingSink<>(), () -> 0);
    }

    /** Its versions are below those of every row that a live job writes. */
    static <T> Table<T> ofShadow(ClickHouseConfig clickhouse, TableSpec<T> spec) {
        return new Table<>(spec.name(), new ClickHouseSink<>(clickhouse.ofShadow(), spec), () -> 0);
    }

    /** With as many subtasks as the step that makes the rows, so that the two are one task. */
    public void write(DataStream<T> rows) {
        rows.sinkTo(sink).setParallelism(rows.getParallelism()).name(name).uid("table-" + name);
    }
}
