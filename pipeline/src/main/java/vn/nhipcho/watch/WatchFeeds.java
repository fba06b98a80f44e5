package vn.nhipcho.watch;

import java.time.ZoneId;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import vn.nhipcho.alert.Alert;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.alert.FeedSilentRule;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.model.AttemptStart;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.OrderPush;

/**
 * Watches each platform's feed of orders by processing time. A job that was away itself says nothing of the time it did
 * not listen: its first timer after a restart counts from the restart. While the rule is disabled it only resolves what
 * is open; a platform is watched again from its first order after that.
 */
public final class WatchFeeds extends KeyedProcessFunction<String, OrderPush, AlertRow> {
    private static final ValueStateDescriptor<Feed> FEED = new ValueStateDescriptor<>("feed", Feed.class);
    private static final ValueStateDescriptor<Long> VERSION = new ValueStateDescriptor<>("version", Types.LONG);

    private final ZoneId zone;
    private final String ruleFile;
    private final AttemptStart start;
    private transient FeedSilentRule rule;
    private transient ValueState<Feed> feed;
    private transient ValueState<Long> version;
    private transient long attemptStart;
    private transient long listeningSince;

    WatchFeeds(ZoneId zone, String ruleFile, AttemptStart start) {
        this.zone = zone;
        this.ruleFile = ruleFile;
        this.start = start;
    }

    /** @param ruleFile text of the alert rule file, checked before */
    public static DataStream<AlertRow> attach(
            DataStream<OrderPush> orders, String uid, ZoneId zone, String ruleFile, AttemptStart start) {
        return orders.keyBy(OrderPush::platform, Types.STRING)
                .process(new WatchFeeds(zone, ruleFile, start))
                .returns(AlertRow.class)
                .name("watch feeds")
                .uid(uid);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        feed = getRuntimeContext().getState(FEED);
        version = getRuntimeContext().getState(VERSION);
        rule = new FeedSilentRule(AlertSettings.parse(ruleFile, zone).feedSilent(), zone);
        attemptStart = start.read();
        listeningSince = System.currentTimeMillis();
    }

    @Override
    public void processElement(OrderPush push, Context context, Collector<AlertRow> out) throws Exception {
        long now = context.timerService().currentProcessingTime();
        Feed before = feed.value();
        if (before != null && before.silentSince() != null) {
            tell(rule.alert(push.platform(), before.heardAt(), before.silentSince(), now), now, out);
        }
        if (!rule.enabled()) {
            // Kept, it would pass for a feed that has its timer once the rule is enabled again.
            feed.clear();
            return;
        }
        if (before == null || before.silentSince() != null) {
            // One timer at a time: it looks again by what was heard until then.
            context.timerService().registerProcessingTimeTimer(rule.silentAt(push.platform(), now));
        }
        if (before == null || before.silentSince() != null || now - before.heardAt() >= 1_000) {
            feed.update(new Feed(now, null));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AlertRow> out) throws Exception {
        Feed known = feed.value();
        if (known == null || known.silentSince() != null) {
            return;
        }
        if (!rule.enabled()) {
            // The timer of an attempt that ran with the rule enabled.
            feed.clear();
            return;
        }
        String platform = context.getCurrentKey();
        long heardAt = Math.max(known.heardAt(), listeningSince);
        long silentAt = rule.silentAt(platform, heardAt);
        long now = context.timerService().currentProcessingTime();
        if (silentAt > now) {
            context.timerService().registerProcessingTimeTimer(silentAt);
            return;
        }
        feed.update(new Feed(heardAt, silentAt));
        tell(rule.alert(platform, heardAt, silentAt, null), now, out);
    }

    private void tell(Alert alert, long now, Collector<AlertRow> out) throws Exception {
        Long last = version.value();
        long next = AttemptStart.next(last == null ? 0 : last, attemptStart);
        version.update(next);
        out.collect(SellerRows.alert(alert, Attribution.UNKNOWN, now, false).withVersion(next));
    }
}
