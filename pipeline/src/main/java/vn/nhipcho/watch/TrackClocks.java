package vn.nhipcho.watch;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import vn.nhipcho.model.Source;
import vn.nhipcho.seller.SellerEvent;

/**
 * Keeps the newest occurred_at of each platform's orders, and of the register, and tells them before each checkpoint
 * barrier, and whether it is behind: partitions are read in large pieces, so while there is much to read one of them is
 * months of event time before another. Holds no state: whoever listens remembers the newest it was told.
 */
final class TrackClocks extends AbstractStreamOperator<PlatformClock>
        implements OneInputStreamOperator<SellerEvent, PlatformClock>, BoundedOneInput {
    /** Locally a record is read within a second, and clocks of machines differ by less than this. */
    private static final long BEHIND_MILLIS = 5_000;

    private transient Clocks clocks;
    private transient Clocks moved;
    private transient long longestLag;

    static DataStream<PlatformClock> attach(DataStream<SellerEvent> events, String uid) {
        return events.transform("track platform clocks", TypeInformation.of(PlatformClock.class), new TrackClocks())
                .uid(uid);
    }

    @Override
    public void open() throws Exception {
        super.open();
        clocks = new Clocks();
        moved = new Clocks();
    }

    @Override
    public void processElement(StreamRecord<SellerEvent> element) {
        SellerEvent event = element.getValue();
        if (event.push() != null) {
            advance(event.push().platform(), event.push().occurredAt());
            read(event.push().source());
        } else if (event.account() != null) {
            advance(PlatformClock.REGISTER, event.account().occurredAt());
            read(event.account().source());
        } else {
            read(event.listing().source());
        }
    }

    /** How long the record had waited in its topic. */
    private void read(Source source) {
        longestLag = Math.max(longestLag, getProcessingTimeService().getCurrentProcessingTime() - source.timestamp());
    }

    private void advance(String platform, long millis) {
        if (clocks.advance(platform, millis)) {
            moved.advance(platform, millis);
        }
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
        moved.forEach((platform, millis) -> output.collect(new StreamRecord<>(new PlatformClock(platform, millis))));
        moved.clear();
        if (longestLag > BEHIND_MILLIS) {
            output.collect(new StreamRecord<>(PlatformClock.BEHIND));
        }
        longestLag = 0;
    }
}
