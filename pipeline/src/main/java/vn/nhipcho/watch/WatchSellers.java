package vn.nhipcho.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import vn.nhipcho.alert.Alert;
import vn.nhipcho.alert.AlertRules;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.ingest.Verdict;
import vn.nhipcho.ledger.BusinessZone;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Span;
import vn.nhipcho.lifecycle.Stages;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.model.AttemptStart;
import vn.nhipcho.model.ListingRow;
import vn.nhipcho.model.SellerDayRow;
import vn.nhipcho.model.SellerRow;
import vn.nhipcho.model.SellerShopRow;
import vn.nhipcho.model.SellerStageRow;
import vn.nhipcho.seller.SellerEvent;

/**
 * Merges each event into its seller's story, and judges the sellers that were touched, or whose time has come, whenever a
 * checkpoint's barrier passes: after every event before it, by the platforms' clocks before it. So what a completed
 * checkpoint holds is a function of the events it covers, however they arrived, and a seller with many events between two
 * checkpoints is judged once.
 */
public final class WatchSellers extends AbstractStreamOperator<SellerRow>
        implements TwoInputStreamOperator<SellerEvent, PlatformClock, SellerRow> {
    static final OutputTag<SellerStageRow> STAGES =
            new OutputTag<>("seller-stages", TypeInformation.of(SellerStageRow.class));
    static final OutputTag<SellerDayRow> DAYS = new OutputTag<>("seller-days", TypeInformation.of(SellerDayRow.class));
    static final OutputTag<ListingRow> LISTINGS = new OutputTag<>("listings", TypeInformation.of(ListingRow.class));
    static final OutputTag<SellerShopRow> SHOPS =
            new OutputTag<>("seller-shops", TypeInformation.of(SellerShopRow.class));
    static final OutputTag<AlertRow> ALERTS = new OutputTag<>("alerts", TypeInformation.of(AlertRow.class));
    static final OutputTag<AlertRow> TRANSITIONS =
            new OutputTag<>("alert-transitions", TypeInformation.of(AlertRow.class));
    static final OutputTag<Verdict> VERDICTS = new OutputTag<>("verdicts", TypeInformation.of(Verdict.class));
    private static final ListStateDescriptor<PlatformClock> CLOCKS =
            new ListStateDescriptor<>("platform-clocks", PlatformClock.class);
    private static final ListStateDescriptor<PlatformClock> CLOCKS_AHEAD =
            new ListStateDescriptor<>("platform-clocks-ahead", PlatformClock.class);
    private static final ListStateDescriptor<String> RULE_FILE = new ListStateDescriptor<>("rule-file", Types.STRING);
    /** A job that never catches up must warn all the same. */
    private static final long LONGEST_HOLD = Duration.ofMinutes(10).toMillis();
    /** A season begins within a year, so the next thing that time alone brings is never further away. */
    private static final long FORESIGHT = Duration.ofDays(400).toMillis();

    private final BusinessZone zone;
    private final String ruleFile;
    private final AttemptStart start;
    private transient Clocks clocks;
    private transient Clocks ahead;
    private transient boolean behind;
    private transient long heldSince;
    private transient Clocks clocksBefore;
    private transient ListState<PlatformClock> savedClocks;
    private transient ListState<PlatformClock> savedAhead;
    private transient ListState<String> savedRuleFile;
    private transient boolean rulesChanged;
    private transient AlertRules rules;
    private transient SellerState state;
    private transient DueSellers due;
    private transient Map<String, Touched> touched;
    private transient long attemptStart;
    private transient long sendWithin;

    private WatchSellers(BusinessZone zone, String ruleFile, AttemptStart start) {
        this.zone = zone;
        this.ruleFile = ruleFile;
        this.start = start;
    }

    static WatchSellers operator(BusinessZone zone, String ruleFile, AttemptStart start) {
        return new WatchSellers(zone, ruleFile, start);
    }

    /** The streams that leave the step. */
    public record Sellers(
            DataStream<SellerRow> sellers,
            DataStream<SellerStageRow> stages,
            DataStream<SellerDayRow> days,
            DataStream<ListingRow> listings,
            DataStream<SellerShopRow> shops,
            DataStream<AlertRow> alerts,
            DataStream<AlertRow> transitions,
            DataStream<Verdict> verdicts) {}

    /** @param ruleFile text of the alert rule file, checked before */
    public static Sellers attach(
            DataStream<SellerEvent> events, String uid, BusinessZone zone, String ruleFile, AttemptStart start) {
        var sellers = events.keyBy(SellerEvent::sellerId, Types.STRING)
                .connect(TrackClocks.attach(events, uid + "-clocks").broadcast())
                .transform(
                        "watch sellers", TypeInformation.of(SellerRow.class), new WatchSellers(zone, ruleFile, start))
                .uid(uid);
        return new Sellers(
                sellers,
                sellers.getSideOutput(STAGES),
                sellers.getSideOutput(DAYS),
                sellers.getSideOutput(LISTINGS),
                sellers.getSideOutput(SHOPS),
                sellers.getSideOutput(ALERTS),
                sellers.getSideOutput(TRANSITIONS),
                sellers.getSideOutput(VERDICTS));
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        // Every subtask hears every clock, so each may begin with all that any remembers.
        clocks = new Clocks();
        ahead = new Clocks();
        savedClocks = context.getOperatorStateStore().getUnionListState(CLOCKS);
        for (PlatformClock clock : savedClocks.get()) {
            clocks.advance(clock.platform(), clock.millis());
        }
        savedAhead = context.getOperatorStateStore().getUnionListState(CLOCKS_AHEAD);
        for (PlatformClock clock : savedAhead.get()) {
            ahead.advance(clock.platform(), clock.millis());
        }
        savedRuleFile = context.getOperatorStateStore().getUnionListState(RULE_FILE);
        for (String judgedBy : savedRuleFile.get()) {
            rulesChanged |= !judgedBy.equals(ruleFile);
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        state = new SellerState(getRuntimeContext(), zone);
        AlertSettings settings = AlertSettings.parse(ruleFile, zone.id());
        rules = AlertRules.of(settings);
        sendWithin = settings.sending().sendWithin().toMillis();
        touched = new LinkedHashMap<>();
        clocksBefore = clocks.copy();
        attemptStart = start.read();
        due = new DueSellers();
        List<String> sellers;
        try (var keys =
                this.<String>getKeyedStateBackend().getKeys(SellerState.DUE.getName(), VoidNamespace.INSTANCE)) {
            sellers = keys.toList();
        }
        for (String seller : sellers) {
            setCurrentKey(seller);
            Due next = state.due.value();
            due.put(seller, next.byPlatforms());
        }
    }

    private List<String> sellersWith(String stateName) {
        try (var keys = this.<String>getKeyedStateBackend().getKeys(stateName, VoidNamespace.INSTANCE)) {
            return keys.toList();
        }
    }

    @Override
    public void processElement1(StreamRecord<SellerEvent> element) throws Exception {
        SellerEvent event = element.getValue();
        // An order without a line has no seller: it is merged, to tell duplicates, and has no story.
        Touched of = event.sellerId().isEmpty()
                ? new Touched()
                : touched.computeIfAbsent(event.sellerId(), none -> new Touched());
        Verdict verdict = event.push() != null
                ? state.accept(event.push(), of)
                : event.account() != null ? state.accept(event.account(), of) : state.accept(event.listing(), of);
        output.collect(VERDICTS, new StreamRecord<>(verdict));
    }

    @Override
    public void processElement2(StreamRecord<PlatformClock> element) {
        PlatformClock clock = element.getValue();
        if (clock.isBehind()) {
            behind = true;
        } else {
            ahead.advance(clock.platform(), clock.millis());
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        letClocksGoOn();
        for (String seller : due.due(clocks::of)) {
            touched.computeIfAbsent(seller, none -> new Touched());
        }
        for (var seller : touched.entrySet()) {
            setCurrentKey(seller.getKey());
            judge(seller.getKey(), seller.getValue());
        }
        touched.clear();
        clocksBefore = clocks.copy();
    }

    /**
     * The clocks wait while any reader is behind: it is known then that more will come of the time before them, and an
     * alert that is opened meanwhile would be withdrawn a moment later.
     */
    private void letClocksGoOn() {
        long now = getProcessingTimeService().getCurrentProcessingTime();
        if (behind && heldSince == 0) {
            heldSince = now;
        }
        if (!behind || now - heldSince > LONGEST_HOLD) {
            ahead.forEach(clocks::advance);
            heldSince = 0;
        }
        behind = false;
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        savedClocks.update(all(clocks));
        savedAhead.update(all(ahead));
        savedRuleFile.update(List.of(ruleFile));
    }

    private static List<PlatformClock> all(Clocks clocks) {
        var all = new ArrayList<PlatformClock>();
        clocks.forEach((platform, millis) -> all.add(new PlatformClock(platform, millis)));
        return all;
    }

    private void judge(String sellerId, Touched changed) throws Exception {
        SellerCase seller = state.load(sellerId);
        Stages stages = Stages.of(seller);
        long clock = clocks.of(seller.platforms());
        List<Alert> alerts = rules.judge(seller, stages, clock == Clocks.NONE ? clock : clock + FORESIGHT);

        Long lastVersion = state.version.value();
        long version = AttemptStart.next(lastVersion == null ? 0 : lastVersion, attemptStart);
        state.version.update(version);
        tellSeller(SellerRows.seller(seller, stages, clock), version);
        tellStages(SellerRows.stages(seller, stages, clock), version);
        tellDays(seller, changed, version);
        tellListings(seller, changed, version);
        if (changed.shops || changed.places) {
            tellShops(seller, version);
        }
        tellAlerts(seller, alerts, clock, version);
        remember(sellerId, seller, stages, alerts, clock);
    }

    private void tellSeller(SellerRow now, long version) throws Exception {
        SellerRow before = state.row.value();
        if (before != null && now.equals(before.withVersion(0))) {
            return;
        }
        state.row.update(now.withVersion(version));
        output.collect(new StreamRecord<>(now.withVersion(version)));
    }

    private void tellStages(List<SellerStageRow> now, long version) throws Exception {
        var gone = new HashMap<String, SellerStageRow>();
        for (var before : state.stages.entries()) {
            gone.put(before.getKey(), before.getValue());
        }
        for (SellerStageRow row : now) {
            String key = row.enteredAt() + row.stage();
            if (!row.equals(gone.remove(key))) {
                state.stages.put(key, row);
                output.collect(STAGES, new StreamRecord<>(stamped(row, version, false)));
            }
        }
        for (var row : gone.entrySet()) {
            state.stages.remove(row.getKey());
            output.collect(STAGES, new StreamRecord<>(stamped(row.getValue(), version, true)));
        }
    }

    private static SellerStageRow stamped(SellerStageRow row, long version, boolean deleted) {
        return new SellerStageRow(
                row.sellerId(), row.stage(), row.enteredAt(), row.before(), row.attribution(), version, deleted);
    }

    private void tellDays(SellerCase seller, Touched changed, long version) throws Exception {
        var days = changed.days;
        if (changed.places) {
            state.forEachDay(days::add);
        }
        for (DayKey day : days) {
            long end = zone.startOf(day.day() + 1) - 1;
            output.collect(DAYS, new StreamRecord<>(SellerRows.day(seller, day, state.countsOf(day), end, version)));
        }
    }

    private void tellListings(SellerCase seller, Touched changed, long version) throws Exception {
        var listings = changed.listings;
        if (changed.places) {
            state.forEachListing(listings::add);
        }
        for (String listing : listings) {
            output.collect(LISTINGS, new StreamRecord<>(SellerRows.listing(seller, state.listing(listing), version)));
        }
    }

    private void tellShops(SellerCase seller, long version) {
        for (SellerShopRow shop : SellerRows.shops(seller, version)) {
            output.collect(SHOPS, new StreamRecord<>(shop));
        }
    }

    private void tellAlerts(SellerCase seller, List<Alert> alerts, long clock, long version) throws Exception {
        var contradicted = new HashMap<String, AlertRow>();
        for (var known : state.alerts.entries()) {
            contradicted.put(known.getKey(), known.getValue());
        }
        long clockBefore = clocksBefore.of(seller.platforms());
        for (Alert alert : alerts) {
            if (alert.stateAt(clock) != null) {
                AlertRow before = contradicted.remove(alert.id());
                boolean late = before == null ? alert.openedAt() <= clockBefore : before.enteredLate();
                tellAlert(
                        before, SellerRows.alert(alert, seller.attributionAt(alert.openedAt()), clock, late), version);
            }
        }
        for (AlertRow before : contradicted.values()) {
            if (!before.state().equals(Alert.State.WITHDRAWN.name())) {
                tellAlert(before, before.withdrawn(clock), version);
            }
        }
    }

    /** The clock had passed it before the events that show it came, or it is history that is being loaded. */
    private boolean isLate(SellerCase seller, Alert alert, long now) {
        Set<String> platforms = alert.isOfAnOrder() ? Set.of(alert.concern().platform()) : seller.platforms();
        return alert.openedAt() <= clocksBefore.of(platforms) || now - alert.openedAt() > sendWithin;
    }

    private void tellAlert(AlertRow before, AlertRow now, long version) throws Exception {
        if (now.equals(before)) {
            return;
        }
        state.alerts.put(now.alertId(), now);
        output.collect(ALERTS, new StreamRecord<>(now.withVersion(version)));
        if (now.isTransitionFrom(before)) {
            output.collect(TRANSITIONS, new StreamRecord<>(now));
        }
    }

    /** An alert of an order goes by the order's platform: a slow feed elsewhere must not hold it up. */
    private long clockOf(Alert alert, long clockOfSeller) {
        return alert.isOfAnOrder() ? clocks.of(Set.of(alert.concern().platform())) : clockOfSeller;
    }

    /** When time alone will next change something. */
    private void remember(String sellerId, SellerCase seller, Stages stages, List<Alert> alerts, long clock)
            throws Exception {
        var moments = new HashMap<Set<String>, Long>();
        earliest(moments, seller.platforms(), stages.nextAfter(clock));
        for (Alert alert : alerts) {
            earliest(
                    moments,
                    alert.isOfAnOrder() ? Set.of(alert.concern().platform()) : seller.platforms(),
                    alert.nextAfter(clockOf(alert, clock)));
        }
        if (moments.isEmpty()) {
            state.due.clear();
        } else if (!Due.of(moments).equals(state.due.value())) {
            state.due.update(Due.of(moments));
        }
        due.put(sellerId, moments);
    }

    private static void earliest(Map<Set<String>, Long> moments, Set<String> platforms, long at) {
        if (at != Span.NEVER) {
            moments.merge(platforms, at, Math::min);
        }
    }
}
