package vn.nhipcho.ingest;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import vn.nhipcho.deadletter.Rejected;
import vn.nhipcho.model.Source;

/** Counts verdicts by partition and minute before the shuffle; they leave before each checkpoint barrier. */
public final class CountOutcomes extends AbstractStreamOperator<LedgerEntry>
        implements OneInputStreamOperator<Verdict, LedgerEntry>, BoundedOneInput {
    private transient Tallies tallies;

    CountOutcomes() {}

    public static DataStream<LedgerEntry> attach(DataStream<Verdict> verdicts, String uid) {
        return verdicts.transform("count outcomes", TypeInformation.of(LedgerEntry.class), new CountOutcomes())
                .setParallelism(verdicts.getParallelism())
                .uid(uid);
    }

    public static DataStream<LedgerEntry> ofDead(DataStream<Rejected> rejected, String uid) {
        var verdicts = rejected.map(letter -> Verdict.dead(
                        new Source(letter.topic(), letter.partition(), letter.offset(), letter.timestamp())))
                .returns(Verdict.class)
                .setParallelism(rejected.getParallelism())
                .name("dead letter verdict")
                .uid(uid + "-verdict");
        return attach(verdicts, uid);
    }

    @Override
    public void open() throws Exception {
        super.open();
        tallies = new Tallies();
    }

    @Override
    public void processElement(StreamRecord<Verdict> element) {
        Source source = element.getValue().source();
        tallies.of(source.topic(), source.partition()).became(element.getValue());
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
        tallies.drain(entry -> output.collect(new StreamRecord<>(entry)));
    }
}
