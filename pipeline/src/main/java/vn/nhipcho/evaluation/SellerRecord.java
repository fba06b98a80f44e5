package vn.nhipcho.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import vn.nhipcho.ledger.PartState;
import vn.nhipcho.lifecycle.AccountStory;
import vn.nhipcho.lifecycle.ListingState;
import vn.nhipcho.lifecycle.OrderTrace;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.ListingChange;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.seller.ListingHistory;
import vn.nhipcho.seller.SellerEvent;
import vn.nhipcho.seller.SellerHistory;

/** What was seen of one seller so far, in memory: the merges of the job's keyed state, without Flink. */
final class SellerRecord {
    private final String sellerId;
    private final Map<String, PartState> parts = new HashMap<>();
    private final Map<String, OrderTrace> traces = new HashMap<>();
    private final Map<String, ListingState> listings = new HashMap<>();
    private final Map<String, ListingHistory> products = new HashMap<>();
    private SellerHistory history = SellerHistory.UNKNOWN_SELLER;
    private AccountStory accounts = AccountStory.NONE;

    SellerRecord(String sellerId) {
        this.sellerId = sellerId;
    }

    /** Whether it told anything that the rules about stalls look at: an order, a commodity, a shop's opening or closing. */
    boolean accept(SellerEvent event) {
        if (event.push() != null) {
            return accept(event.push());
        }
        return event.account() != null ? accept(event.account()) : accept(event.listing());
    }

    SellerCase toCase() {
        return SellerCase.of(sellerId, history, accounts, listings.values(), traces.values());
    }

    private boolean accept(OrderPush push) {
        String key = push.platform() + ':' + push.orderId();
        PartState before = parts.getOrDefault(key, PartState.empty(push.sellerId()));
        if (before.hasSeen(push)) {
            return false;
        }
        OrderTrace traceBefore = traces.get(key);
        keep(key, before.merge(push));
        OrderTrace trace = traces.get(key);
        return trace == null || traceBefore == null
                ? trace != traceBefore
                : trace.placedAt() != traceBefore.placedAt()
                        || !trace.commodities().equals(traceBefore.commodities());
    }

    private boolean accept(AccountChange change) {
        if (history.hasSeen(change)) {
            return false;
        }
        history = history.merge(change);
        int doors = accounts.doors().size();
        accounts = accounts.with(change);
        return accounts.doors().size() > doors;
    }

    private boolean accept(ListingChange change) {
        String key = change.platform() + ':' + change.listingId();
        ListingState before = listings.getOrDefault(key, ListingState.empty(change));
        if (before.hasSeen(change)) {
            return false;
        }
        listings.put(key, before.with(change));
        String product = change.platform() + '/' + change.productId();
        ListingHistory known = products.getOrDefault(product, ListingHistory.UNKNOWN_PRODUCT);
        ListingHistory after = known.merge(change);
        products.put(product, after);
        boolean tells = after.answersOtherwise(known, change.occurredAt());
        if (tells) {
            Map.copyOf(parts).forEach(this::keep);
        }
        return tells;
    }

    private void keep(String key, PartState merged) {
        String platform = key.substring(0, key.indexOf(':'));
        PartState part = merged.attributedTo(Attribution.UNKNOWN, commoditiesOf(platform, merged));
        parts.put(key, part);
        OrderTrace trace = OrderTrace.of(platform, key.substring(platform.length() + 1), part);
        if (trace == null) {
            traces.remove(key);
        } else {
            traces.put(key, trace);
        }
    }

    private TreeMap<String, String> commoditiesOf(String platform, PartState part) {
        var commodities = new TreeMap<String, String>();
        for (Line line : part.lines()) {
            if (line.commodity() == null && line.productId() != null) {
                ListingHistory listing = products.get(platform + '/' + line.productId());
                String commodity = listing == null ? null : listing.at(part.placedAt());
                if (commodity != null) {
                    commodities.put(line.productId(), commodity);
                }
            }
        }
        return commodities;
    }
}
