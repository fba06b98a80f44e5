package vn.nhipcho.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;

/**
 * The clocks by which sellers are judged. They wait while any reader is behind its topics: more will come then of the time
 * before them, and an alert that is opened meanwhile would be withdrawn a moment later. Every subtask hears every clock.
 */
final class HeldClocks {
    private static final ListStateDescriptor<PlatformClock> CLOCKS =
            new ListStateDescriptor<>("platform-clocks", PlatformClock.class);
    private static final ListStateDescriptor<PlatformClock> CLOCKS_AHEAD =
            new ListStateDescriptor<>("platform-clocks-ahead", PlatformClock.class);
    /** A job that never catches up must warn all the same. */
    private static final long LONGEST_HOLD = Duration.ofMinutes(10).toMillis();

    private final ListState<PlatformClock> savedNow;
    private final ListState<PlatformClock> savedAhead;
    private final Clocks now;
    private final Clocks ahead;
    private Clocks before;
    private boolean behind;
    private Long heldSince;

    private HeldClocks(ListState<PlatformClock> savedNow, ListState<PlatformClock> savedAhead) throws Exception {
        this.savedNow = savedNow;
        this.savedAhead = savedAhead;
        this.now = restored(savedNow);
        this.ahead = restored(savedAhead);
        this.before = now.copy();
    }

    static HeldClocks restore(OperatorStateStore store) throws Exception {
        return new HeldClocks(store.getUnionListState(CLOCKS), store.getUnionListState(CLOCKS_AHEAD));
    }

    void hear(PlatformClock clock) {
        if (clock.isBehind()) {
            behind = true;
        } else {
            ahead.advance(clock.platform(), clock.millis());
        }
    }

    /**
     * At a barrier, before the sellers are judged: the clocks go on, unless a reader was behind since the last one.
     *
     * @param processingTime milliseconds
     */
    void goOn(long processingTime) {
        before = now.copy();
        if (behind && heldSince == null) {
            heldSince = processingTime;
        }
        if (!behind || processingTime - heldSince > LONGEST_HOLD) {
            ahead.forEach(now::advance);
            heldSince = null;
        }
        behind = false;
    }

    /** See {@link Clocks#of}. */
    long of(Set<String> platforms) {
        return now.of(platforms);
    }

    /** As it stood when the sellers were judged last. */
    long before(Set<String> platforms) {
        return before.of(platforms);
    }

    void save() throws Exception {
        savedNow.update(all(now));
        savedAhead.update(all(ahead));
    }

    private static Clocks restored(ListState<PlatformClock> saved) throws Exception {
        var clocks = new Clocks();
        for (PlatformClock clock : saved.get()) {
            clocks.advance(clock.platform(), clock.millis());
        }
        return clocks;
    }

    private static List<PlatformClock> all(Clocks clocks) {
        var all = new ArrayList<PlatformClock>();
        clocks.forEach((platform, millis) -> all.add(new PlatformClock(platform, millis)));
        return all;
    }
}
