package vn.nhipcho.local.bench;

import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import vn.nhipcho.source.RawRecord;
import vn.nhipcho.topology.Inputs;

/** Counts what a job reads in an accumulator, and passes it on. */
final class CountRecords extends RichMapFunction<RawRecord, RawRecord> {
    private static final long serialVersionUID = 1L;
    private static final String READ = "read";

    private final LongCounter read = new LongCounter();

    static Inputs of(Inputs in) {
        return new Inputs(of(in.orders(), "orders"), of(in.accounts(), "accounts"), of(in.listings(), "listings"));
    }

    private static DataStream<RawRecord> of(DataStream<RawRecord> records, String name) {
        return records.map(new CountRecords()).returns(records.getType()).uid("count-records-" + name);
    }

    /** How many records a run of the job has read. */
    static long read(JobExecutionResult result) {
        return result.<Long>getAccumulatorResult(READ);
    }

    @Override
    public void open(OpenContext context) {
        getRuntimeContext().addAccumulator(READ, read);
    }

    @Override
    public RawRecord map(RawRecord record) {
        read.add(1);
        return record;
    }
}
