package vn.nhipcho.topology;

import org.apache.flink.streaming.api.datastream.DataStream;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.ClickHouseSink;
import vn.nhipcho.clickhouse.TableSpec;
import vn.nhipcho.clickhouse.TableVersions;
import vn.nhipcho.model.AttemptStart;

/** One target table of a job: where its rows go and from which version on. */
public record Table<T>(ClickHouseConfig clickhouse, TableSpec<T> spec) {

    public void write(DataStream<T> rows) {
        rows.sinkTo(new ClickHouseSink<>(clickhouse, spec)).name(spec.name()).uid("table-" + spec.name());
    }

    public AttemptStart start() {
        return TableVersions.attemptStart(clickhouse, spec);
    }
}
