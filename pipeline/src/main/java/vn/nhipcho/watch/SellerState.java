package vn.nhipcho.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import vn.nhipcho.ingest.Verdict;
import vn.nhipcho.ledger.BusinessZone;
import vn.nhipcho.ledger.PartState;
import vn.nhipcho.ledger.PartStateSerializer;
import vn.nhipcho.lifecycle.AccountStory;
import vn.nhipcho.lifecycle.ListingState;
import vn.nhipcho.lifecycle.OrderTrace;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.ListingChange;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.Place;
import vn.nhipcho.model.SellerDayRow;
import vn.nhipcho.model.SellerRow;
import vn.nhipcho.model.SellerStageRow;
import vn.nhipcho.seller.ListingHistory;
import vn.nhipcho.seller.SellerHistory;

/**
 * The keyed state of one seller: what was seen of it, and what was written of it. Lives as long as the seller's orders can
 * be corrected, that is for good.
 */
final class SellerState {
    static final ValueStateDescriptor<Due> DUE = new ValueStateDescriptor<>("due", Due.class);
    private static final ValueStateDescriptor<SellerHistory> HISTORY =
            new ValueStateDescriptor<>("history", SellerHistory.class);
    private static final ValueStateDescriptor<AccountStory> ACCOUNTS =
            new ValueStateDescriptor<>("accounts", AccountStory.class);
    private static final MapStateDescriptor<String, ListingHistory> PRODUCTS =
            new MapStateDescriptor<>("products", Types.STRING, TypeInformation.of(ListingHistory.class));
    private static final MapStateDescriptor<String, ListingState> LISTINGS =
            new MapStateDescriptor<>("listings", Types.STRING, TypeInformation.of(ListingState.class));
    private static final MapStateDescriptor<String, PartState> PARTS =
            new MapStateDescriptor<>("parts", StringSerializer.INSTANCE, PartStateSerializer.INSTANCE);
    private static final MapStateDescriptor<String, OrderTrace> TRACES =
            new MapStateDescriptor<>("traces", Types.STRING, TypeInformation.of(OrderTrace.class));
    private static final MapStateDescriptor<DayKey, long[]> DAYS = new MapStateDescriptor<>(
            "days", TypeInformation.of(DayKey.class), PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO);
    static final ValueStateDescriptor<SellerRow> ROW = new ValueStateDescriptor<>("row", SellerRow.class);
    private static final MapStateDescriptor<String, SellerStageRow> STAGES =
            new MapStateDescriptor<>("stages", Types.STRING, TypeInformation.of(SellerStageRow.class));
    private static final MapStateDescriptor<String, AlertRow> ALERTS =
            new MapStateDescriptor<>("alerts", Types.STRING, TypeInformation.of(AlertRow.class));
    private static final ValueStateDescriptor<Long> VERSION = new ValueStateDescriptor<>("version", Types.LONG);

    private final BusinessZone zone;
    private final ValueState<SellerHistory> history;
    private final ValueState<AccountStory> accounts;
    private final MapState<String, ListingHistory> products;
    private final MapState<String, ListingState> listings;
    private final MapState<String, PartState> parts;
    private final MapState<String, OrderTrace> traces;
    private final MapState<DayKey, long[]> days;

    /** Rows as they were written last. */
    final ValueState<SellerRow> row;

    final MapState<String, SellerStageRow> stages;
    final MapState<String, AlertRow> alerts;
    final ValueState<Long> version;
    final ValueState<Due> due;

    SellerState(RuntimeContext context, BusinessZone zone) {
        this.zone = zone;
        history = context.getState(HISTORY);
        accounts = context.getState(ACCOUNTS);
        products = context.getMapState(PRODUCTS);
        listings = context.getMapState(LISTINGS);
        parts = context.getMapState(PARTS);
        traces = context.getMapState(TRACES);
        days = context.getMapState(DAYS);
        row = context.getState(ROW);
        stages = context.getMapState(STAGES);
        alerts = context.getMapState(ALERTS);
        version = context.getState(VERSION);
        due = context.getState(DUE);
    }

    Verdict accept(OrderPush push, Touched touched) throws Exception {
        String key = push.platform() + ':' + push.orderId();
        PartState before = parts.contains(key) ? parts.get(key) : PartState.empty(push.sellerId());
        if (before.hasSeen(push)) {
            return Verdict.duplicate(push.source(), push.occurredAt());
        }
        PartState merged = before.merge(push);
        keep(key, push.platform(), push.orderId(), merged, touched);
        return merged.statusWinner().payloadHash() == push.payloadHash()
                ? Verdict.applied(push.source(), push.occurredAt())
                : Verdict.superseded(push.source(), push.occurredAt());
    }

    Verdict accept(AccountChange change, Touched touched) throws Exception {
        SellerHistory before = history();
        if (before.hasSeen(change)) {
            return Verdict.duplicate(change.source(), change.occurredAt());
        }
        SellerHistory after = before.merge(change);
        history.update(after);
        accounts.update(accounts().with(change));
        touched.shops = true;
        touched.places |= after.answersOtherwise(before, change.occurredAt());
        if (AccountStory.isVisit(change)) {
            count(change.occurredAt(), Place.NONE, SellerDayRow.Measure.VISITS, 1, touched);
        }
        return Verdict.applied(change.source(), change.occurredAt());
    }

    Verdict accept(ListingChange change, Touched touched) throws Exception {
        String key = change.platform() + ':' + change.listingId();
        ListingState before = listings.contains(key) ? listings.get(key) : ListingState.empty(change);
        if (before.hasSeen(change)) {
            return Verdict.duplicate(change.source(), change.occurredAt());
        }
        listings.put(key, before.with(change));
        touched.listings.add(key);
        touched.shops |= before.entries().isEmpty();
        String product = productKey(change.platform(), change.productId());
        ListingHistory commodityBefore =
                products.contains(product) ? products.get(product) : ListingHistory.UNKNOWN_PRODUCT;
        ListingHistory commodityAfter = commodityBefore.merge(change);
        products.put(product, commodityAfter);
        String commodity = change.commodity() == null ? Place.NONE : change.commodity();
        count(change.occurredAt(), commodity, SellerDayRow.Measure.LISTING_CHANGES, 1, touched);
        if (commodityAfter.answersOtherwise(commodityBefore, change.occurredAt())) {
            placeAgain(touched);
        }
        return Verdict.applied(change.source(), change.occurredAt());
    }

    SellerCase load(String sellerId) throws Exception {
        return SellerCase.of(sellerId, history(), accounts(), all(listings), all(traces));
    }

    SellerHistory history() throws Exception {
        return history.value() == null ? SellerHistory.UNKNOWN_SELLER : history.value();
    }

    AccountStory accounts() throws Exception {
        return accounts.value() == null ? AccountStory.NONE : accounts.value();
    }

    /** Counts of a day, all zero where there are none. */
    long[] countsOf(DayKey day) throws Exception {
        long[] counts = days.get(day);
        return counts == null ? new long[SellerDayRow.Measure.values().length] : counts;
    }

    void forEachDay(Consumer<DayKey> action) throws Exception {
        for (DayKey day : days.keys()) {
            action.accept(day);
        }
    }

    void forEachListing(Consumer<String> action) throws Exception {
        for (String listing : listings.keys()) {
            action.accept(listing);
        }
    }

    ListingState listing(String key) throws Exception {
        return listings.get(key);
    }

    private void keep(String key, String platform, String orderId, PartState merged, Touched touched) throws Exception {
        PartState part = merged.attributedTo(Attribution.UNKNOWN, commoditiesOf(platform, merged));
        parts.put(key, part);
        OrderTrace before = traces.get(key);
        OrderTrace after = OrderTrace.of(platform, orderId, part);
        count(before, -1, touched);
        count(after, 1, touched);
        if (after == null) {
            traces.remove(key);
        } else {
            traces.put(key, after);
        }
    }

    /** A listing that arrived late tells what the lines of earlier orders were of. */
    private void placeAgain(Touched touched) throws Exception {
        for (var entry : List.copyOf(entries(parts))) {
            PartState part = entry.getValue();
            String platform = entry.getKey().substring(0, entry.getKey().indexOf(':'));
            String orderId = entry.getKey().substring(platform.length() + 1);
            if (!commoditiesOf(platform, part).equals(part.commodities())) {
                keep(entry.getKey(), platform, orderId, part, touched);
            }
        }
    }

    private TreeMap<String, String> commoditiesOf(String platform, PartState part) throws Exception {
        var commodities = new TreeMap<String, String>();
        for (Line line : part.lines()) {
            if (line.commodity() == null && line.productId() != null) {
                ListingHistory listing = products.get(productKey(platform, line.productId()));
                String commodity = listing == null ? null : listing.at(part.placedAt());
                if (commodity != null) {
                    commodities.put(line.productId(), commodity);
                }
            }
        }
        return commodities;
    }

    private void count(OrderTrace order, int sign, Touched touched) throws Exception {
        if (order == null) {
            return;
        }
        var commodities = new TreeSet<>(order.commodities());
        if (commodities.isEmpty()) {
            commodities.add(Place.NONE);
        }
        for (String commodity : commodities) {
            count(order.placedAt(), commodity, SellerDayRow.Measure.ORDERS, sign, touched);
            if (order.successAt() != null) {
                count(order.placedAt(), commodity, SellerDayRow.Measure.DELIVERED_ORDERS, sign, touched);
                count(order.successAt(), commodity, SellerDayRow.Measure.SUCCESSFUL_ORDERS, sign, touched);
            }
        }
    }

    private void count(long at, String commodity, SellerDayRow.Measure measure, int sign, Touched touched)
            throws Exception {
        var key = new DayKey(zone.dateOf(at).toEpochDay(), commodity);
        long[] counts = countsOf(key).clone();
        counts[measure.ordinal()] += sign;
        days.put(key, counts);
        touched.days.add(key);
    }

    private static String productKey(String platform, String productId) {
        return platform + '/' + productId;
    }

    private static <V> List<V> all(MapState<String, V> state) throws Exception {
        var values = new ArrayList<V>();
        for (V value : state.values()) {
            values.add(value);
        }
        return values;
    }

    private static <V> List<Map.Entry<String, V>> entries(MapState<String, V> state) throws Exception {
        var entries = new ArrayList<Map.Entry<String, V>>();
        for (var entry : state.entries()) {
            entries.add(Map.entry(entry.getKey(), entry.getValue()));
        }
        return entries;
    }
}
