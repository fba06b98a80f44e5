package vn.nhipcho.ingest;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import vn.nhipcho.source.RawRecord;

/** Counts every record read, by partition and minute, before anything is known of it; passes it on unchanged. */
public final class CountRead extends AbstractStreamOperator<RawRecord>
        implements OneInputStreamOperator<RawRecord, RawRecord>, BoundedOneInput {
    static final OutputTag<LedgerEntry> READ = new OutputTag<>("read", TypeInformation.of(LedgerEntry.class));

    private transient Tallies tallies;

    CountRead() {}

    /** Records on their way, and the counts of them. */
    public record Counted(DataStream<RawRecord> records, DataStream<LedgerEntry> counts) {}

    public static Counted attach(DataStream<RawRecord> records, String uid) {
        SingleOutputStreamOperator<RawRecord> counted = records.transform(
                        "count read", TypeInformation.of(RawRecord.class), new CountRead())
                .uid(uid);
        return new Counted(counted, counted.getSideOutput(READ));
    }

    @Override
    public void open() throws Exception {
        super.open();
        tallies = new Tallies();
    }

    @Override
    public void processElement(StreamRecord<RawRecord> element) {
        RawRecord raw = element.getValue();
        tallies.of(raw.topic(), raw.partition()).read(raw.offset(), raw.timestamp());
        output.collect(element);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        send();
    }

    @Override
    public void endInput() {
        send();
    }

    private void send() {
        tallies.drain(entry -> output.collect(READ, new StreamRecord<>(entry)));
    }
}
