package vn.nhipcho.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
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
    private static final ListStateDescriptor<String> RULE_FILE = new ListStateDescriptor<>("rule-file", Types.STRING);
    /** A season begins within a year, so the next thing that time alone brings is never further away. */
    private static final long FORESIGHT = Duration.ofDays(400).toMillis();

    private final BusinessZone zone;
    private final String ruleFile;
    private final AttemptStart start;
    private transient HeldClocks clocks;
    private transient ListState<String> savedRuleFile;
    private transient boolean rulesChanged;
    private transient AlertRules rules;
    private transient SellerState state;
    private transient SellerReport report;
    private transient DueSellers due;
    private transient Map<String, Touched> touched;
    private transient long attemptStart;

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
        clocks = HeldClocks.restore(context.getOperatorStateStore());
        savedRuleFile = context.getOperatorStateStore().getUnionListState(RULE_FILE);
        for (String judgedBy : savedRuleFile.get()) {
            rulesChanged |= !judgedBy.equals(ruleFile);
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        AlertSettings settings = AlertSettings.parse(ruleFile, zone.id());
        rules = AlertRules.of(settings);
        state = new SellerState(getRuntimeContext(), zone);
        report = new SellerReport(
                state, output, zone, clocks, settings.sending().sendWithin().toMillis());
        attemptStart = start.read();
        touched = new LinkedHashMap<>();
        due = new DueSellers();
        for (String seller : sellersWith(SellerState.DUE)) {
            setCurrentKey(seller);
            due.put(seller, state.due.value().byPlatforms());
        }
        if (rulesChanged) {
            // All are judged anew: else what holds would depend on who happens to have an event.
            sellersWith(SellerState.ROW).forEach(seller -> touched.put(seller, new Touched()));
        }
    }

    private List<String> sellersWith(StateDescriptor<?, ?> state) {
        try (var keys = this.<String>getKeyedStateBackend().getKeys(state.getName(), VoidNamespace.INSTANCE)) {
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
        clocks.hear(element.getValue());
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        clocks.goOn(getProcessingTimeService().getCurrentProcessingTime());
        for (String seller : due.due(clocks::of)) {
            touched.computeIfAbsent(seller, none -> new Touched());
        }
        for (var seller : touched.entrySet()) {
            setCurrentKey(seller.getKey());
            judge(seller.getKey(), seller.getValue());
        }
        touched.clear();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        clocks.save();
        savedRuleFile.update(List.of(ruleFile));
    }

    private void judge(String sellerId, Touched changed) throws Exception {
        SellerCase seller = state.load(sellerId);
        Stages stages = Stages.of(seller);
        long clock = clocks.of(seller.platforms());
        List<Alert> alerts = rules.judge(seller, stages, clock == Clocks.NONE ? clock : clock + FORESIGHT);
        report.tell(seller, stages, alerts, changed, nextVersion());
        remember(sellerId, nextMoments(seller, stages, alerts));
    }

    private long nextVersion() throws Exception {
        Long last = state.version.value();
        long next = AttemptStart.next(last == null ? 0 : last, attemptStart);
        state.version.update(next);
        return next;
    }

    /** When time alone will next change something, by the platforms whose clock counts. */
    private Map<Set<String>, Long> nextMoments(SellerCase seller, Stages stages, List<Alert> alerts) {
        var moments = new HashMap<Set<String>, Long>();
        moments.put(seller.platforms(), stages.nextAfter(clocks.of(seller.platforms())));
        for (Alert alert : alerts) {
            Set<String> platforms = SellerReport.platformsOf(alert, seller);
            moments.merge(platforms, alert.nextAfter(clocks.of(platforms)), Math::min);
        }
        moments.values().removeIf(at -> at == Span.NEVER);
        return moments;
    }

    private void remember(String sellerId, Map<Set<String>, Long> moments) throws Exception {
        Due now = Due.of(moments);
        if (moments.isEmpty()) {
            state.due.clear();
        } else if (!now.equals(state.due.value())) {
            state.due.update(now);
        }
        due.put(sellerId, moments);
    }
}
