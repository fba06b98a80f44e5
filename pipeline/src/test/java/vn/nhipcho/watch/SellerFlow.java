package vn.nhipcho.watch;

import static vn.nhipcho.fixture.SideOutput.drain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.ingest.Verdict;
import vn.nhipcho.ledger.BusinessZone;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.model.ListingRow;
import vn.nhipcho.model.SellerDayRow;
import vn.nhipcho.model.SellerRow;
import vn.nhipcho.model.SellerShopRow;
import vn.nhipcho.model.SellerStageRow;
import vn.nhipcho.seller.SellerEvent;

/** The step that keeps sellers, in Flink's harness, with its tables kept as upserts as ClickHouse would keep them. */
final class SellerFlow implements AutoCloseable {
    static final BusinessZone ZONE = BusinessZone.of("Asia/Ho_Chi_Minh");

    private final KeyedTwoInputStreamOperatorTestHarness<String, SellerEvent, PlatformClock, SellerRow> harness;
    private final Clocks clocks = new Clocks();
    private long barrier;
    private boolean behind;

    final Map<String, SellerRow> sellers = new TreeMap<>();
    final Map<String, SellerStageRow> stages = new TreeMap<>();
    final Map<String, SellerDayRow> days = new TreeMap<>();
    final Map<String, ListingRow> listings = new TreeMap<>();
    final Map<String, SellerShopRow> shops = new TreeMap<>();
    final Map<String, AlertRow> alerts = new TreeMap<>();
    final List<AlertRow> transitions = new ArrayList<>();
    final Map<Verdict.Kind, Integer> verdicts = new HashMap<>();

    private SellerFlow(String ruleFile, OperatorSubtaskState state) throws Exception {
        harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                WatchSellers.operator(ZONE, ruleFile, () -> 0), SellerEvent::sellerId, null, Types.STRING);
        // A season's state is more than the 5 MB that are allowed in memory by default.
        harness.setCheckpointStorage(new JobManagerCheckpointStorage(1 << 30));
        harness.setup();
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    static SellerFlow start() throws Exception {
        return new SellerFlow(AlertSettings.standardYaml(), null);
    }

    static SellerFlow start(String ruleFile) throws Exception {
        return new SellerFlow(ruleFile, null);
    }

    /** A second attempt from the first one's checkpoint; what the tables hold goes over. */
    SellerFlow restarted() throws Exception {
        return restarted(AlertSettings.standardYaml());
    }

    /** @param ruleFile the rules of the second attempt */
    SellerFlow restarted(String ruleFile) throws Exception {
        barrier();
        OperatorSubtaskState snapshot = harness.snapshot(barrier, barrier);
        harness.close();
        var next = new SellerFlow(ruleFile, snapshot);
        clocks.forEach(next.clocks::advance);
        next.barrier = barrier;
        next.sellers.putAll(sellers);
        next.stages.putAll(stages);
        next.days.putAll(days);
        next.listings.putAll(listings);
        next.shops.putAll(shops);
        next.alerts.putAll(alerts);
        next.transitions.addAll(transitions);
        return next;
    }

    void accept(SellerEvent event) throws Exception {
        if (event.push() != null) {
            clocks.advance(event.push().platform(), event.push().occurredAt());
        } else if (event.account() != null) {
            clocks.advance(PlatformClock.REGISTER, event.account().occurredAt());
        }
        harness.processElement1(new StreamRecord<>(event));
    }

    void clock(String platform, long millis) throws Exception {
        clocks.advance(platform, millis);
        harness.processElement2(new StreamRecord<>(new PlatformClock(platform, millis)));
    }

    /** A reader says that it has more to read. */
    void behind() {
        behind = true;
    }

    /** Tells the clocks and lets a barrier pass. */
    void barrier() throws Exception {
        var all = new ArrayList<PlatformClock>();
        clocks.forEach((platform, millis) -> all.add(new PlatformClock(platform, millis)));
        for (PlatformClock clock : all) {
            harness.processElement2(new StreamRecord<>(clock));
        }
        barrierWithoutClocks();
    }

    void barrierWithoutClocks() throws Exception {
        if (behind) {
            harness.processElement2(new StreamRecord<>(PlatformClock.BEHIND));
            behind = false;
        }
        harness.prepareSnapshotPreBarrier(++barrier);
        for (SellerRow row : harness.extractOutputValues()) {
            sellers.merge(row.sellerId(), row, (a, b) -> a.version() > b.version() ? a : b);
        }
        harness.getOutput().clear();
        drain(
                harness.getSideOutput(WatchSellers.STAGES),
                row -> upsert(stages, row.sellerId() + '/' + row.enteredAt() + '/' + row.stage(), row, row.deleted()));
        drain(
                harness.getSideOutput(WatchSellers.DAYS),
                row -> upsert(days, row.sellerId() + '/' + row.day() + '/' + row.commodity(), row, row.deleted()));
        drain(
                harness.getSideOutput(WatchSellers.LISTINGS),
                row -> listings.put(row.platform() + ':' + row.listingId() + '/' + row.sellerId(), row));
        drain(harness.getSideOutput(WatchSellers.SHOPS), row -> shops.put(row.sellerId() + '/' + row.platform(), row));
        drain(
                harness.getSideOutput(WatchSellers.ALERTS),
                row -> alerts.put(row.about().alertId(), row));
        drain(harness.getSideOutput(WatchSellers.TRANSITIONS), transitions::add);
        drain(harness.getSideOutput(WatchSellers.VERDICTS), verdict -> verdicts.merge(verdict.kind(), 1, Integer::sum));
    }

    /** Entries of all keyed state. */
    int heldEntries() {
        return harness.numKeyedStateEntries();
    }

    /** Bytes of the state as a checkpoint writes it, not compressed. */
    long savepointBytes() throws Exception {
        return harness.snapshot(++barrier, barrier).getStateSize();
    }

    List<AlertRow> alerts(String rule) {
        return alerts.values().stream()
                .filter(row -> row.about().rule().equals(rule))
                .toList();
    }

    private static <T> void upsert(Map<String, T> table, String key, T row, boolean deleted) {
        if (deleted) {
            table.remove(key);
        } else {
            table.put(key, row);
        }
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
