package vn.nhipcho.seller;

import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vn.nhipcho.ingest.Verdict;
import vn.nhipcho.ledger.PlacedPush;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.ListingChange;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.Place;

/**
 * Adds to each push where its seller stood, and what its products were, at the part's own placed_at; sends a part again
 * when an account, a listing or an earlier placed_at that arrives late changes the answer. State lives as long as the
 * seller's orders can be corrected, that is for good.
 */
public final class AddSellerContext extends KeyedProcessFunction<String, SellerEvent, PlacedPush> {
    static final OutputTag<Verdict> VERDICTS = new OutputTag<>("verdicts", TypeInformation.of(Verdict.class));
    private static final ValueStateDescriptor<SellerHistory> HISTORY =
            new ValueStateDescriptor<>("history", SellerHistory.class);
    private static final MapStateDescriptor<String, ListingHistory> PRODUCTS =
            new MapStateDescriptor<>("products", Types.STRING, TypeInformation.of(ListingHistory.class));
    private static final MapStateDescriptor<String, PartPlacement> PLACEMENTS =
            new MapStateDescriptor<>("placements", StringSerializer.INSTANCE, PartPlacementSerializer.INSTANCE);
    /** An order without a line has no seller, hence no place. */
    private static final Attribution NO_SELLER =
            new Attribution(new Place(Place.NONE, Place.NONE, Place.NONE), Place.NONE, Place.NONE);

    private transient ValueState<SellerHistory> history;
    private transient MapState<String, ListingHistory> products;
    private transient MapState<String, PartPlacement> placements;

    /** Pushes with their context, and what became of the account and listing events. */
    public record Placed(DataStream<PlacedPush> pushes, DataStream<Verdict> verdicts) {}

    public static Placed attach(DataStream<SellerEvent> events, String uid) {
        var pushes = events.keyBy(SellerEvent::sellerId, Types.STRING)
                .process(new AddSellerContext())
                .returns(PlacedPush.class)
                .name("add seller context")
                .uid(uid);
        return new Placed(pushes, pushes.getSideOutput(VERDICTS));
    }

    @Override
    public void open(OpenContext context) {
        history = getRuntimeContext().getState(HISTORY);
        products = getRuntimeContext().getMapState(PRODUCTS);
        placements = getRuntimeContext().getMapState(PLACEMENTS);
    }

    @Override
    public void processElement(SellerEvent event, Context context, Collector<PlacedPush> out) throws Exception {
        if (event.push() != null) {
            onPush(event.push(), out);
        } else if (event.account() != null) {
            context.output(VERDICTS, onAccount(event.account(), out));
        } else {
            context.output(VERDICTS, onListing(event.listing(), out));
        }
    }

    private void onPush(OrderPush push, Collector<PlacedPush> out) throws Exception {
        String key = push.platform() + ':' + push.orderId();
        PartPlacement before = placements.get(key);
        PartPlacement after = (before == null ? PartPlacement.of(push) : before).with(push);
        after = after.sent(attributionOf(push.sellerId(), after), commoditiesOf(after));
        if (!after.equals(before)) {
            placements.put(key, after);
        }
        out.collect(new PlacedPush(
                push.platform(), push.orderId(), push.sellerId(), push, after.attribution(), after.commodities()));
    }

    private Verdict onAccount(AccountChange change, Collector<PlacedPush> out) throws Exception {
        SellerHistory before = history.value() == null ? SellerHistory.UNKNOWN_SELLER : history.value();
        if (before.hasSeen(change)) {
            return Verdict.duplicate(change.source(), change.occurredAt());
        }
        SellerHistory after = before.merge(change);
        history.update(after);
        if (after.answersOtherwise(before, change.occurredAt())) {
            placeAgain(change.sellerId(), out);
        }
        return Verdict.applied(change.source(), change.occurredAt());
    }

    private Verdict onListing(ListingChange change, Collector<PlacedPush> out) throws Exception {
        String product = productKey(change.platform(), change.productId());
        ListingHistory before = products.contains(product) ? products.get(product) : ListingHistory.UNKNOWN_PRODUCT;
        if (before.hasSeen(change)) {
            return Verdict.duplicate(change.source(), change.occurredAt());
        }
        ListingHistory after = before.merge(change);
        products.put(product, after);
        if (after.answersOtherwise(before, change.occurredAt())) {
            placeAgain(change.sellerId(), out);
        }
        return Verdict.applied(change.source(), change.occurredAt());
    }

    private void placeAgain(String sellerId, Collector<PlacedPush> out) throws Exception {
        for (var placement : placements.entries()) {
            PartPlacement before = placement.getValue();
            PartPlacement after = before.sent(attributionOf(sellerId, before), commoditiesOf(before));
            if (!after.equals(before)) {
                placement.setValue(after);
                out.collect(new PlacedPush(
                        after.platform(), after.orderId(), sellerId, null, after.attribution(), after.commodities()));
            }
        }
    }

    private Attribution attributionOf(String sellerId, PartPlacement part) throws Exception {
        if (sellerId.isEmpty()) {
            return NO_SELLER;
        }
        SellerHistory known = history.value();
        return known == null ? Attribution.UNKNOWN : known.at(part.placedAt());
    }

    private TreeMap<String, String> commoditiesOf(PartPlacement part) throws Exception {
        var commodities = new TreeMap<String, String>();
        for (String product : part.products()) {
            ListingHistory listing = products.get(productKey(part.platform(), product));
            String commodity = listing == null ? null : listing.at(part.placedAt());
            if (commodity != null) {
                commodities.put(product, commodity);
            }
        }
        return commodities;
    }

    private static String productKey(String platform, String productId) {
        return platform + '/' + productId;
    }
}
