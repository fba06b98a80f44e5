package vn.nhipcho.lifecycle;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.Place;
import vn.nhipcho.seller.SellerHistory;

/**
 * Everything the streams told of one seller, ready to be judged: equal events give an equal case.
 *
 * @param orders counted orders, by placed_at
 * @param placedAt their placed_at, sorted, milliseconds
 * @param commodities codes the seller ever listed or sold, without {@code (none)} and {@code unknown}
 * @param platforms where it sells: those of its orders and listings, without those it has left behind: nothing of the
 *     seller happened there in the {@link #LEFT_AFTER} before the newest thing that did elsewhere
 */
public record SellerCase(
        String sellerId,
        SellerHistory history,
        AccountStory accounts,
        Doors doors,
        List<ListingState> listings,
        List<OrderTrace> orders,
        long[] placedAt,
        Set<String> commodities,
        Set<String> platforms) {
    /** A platform that has shut down, as Postmart did, must not stop its former sellers' clock for ever. */
    static final long LEFT_AFTER = Duration.ofDays(90).toMillis();

    private static final Comparator<OrderTrace> BY_PLACED_AT = Comparator.comparingLong(OrderTrace::placedAt)
            .thenComparing(OrderTrace::platform)
            .thenComparing(OrderTrace::orderId);
    private static final Comparator<ListingState> BY_LISTING =
            Comparator.comparing(ListingState::platform).thenComparing(ListingState::listingId);

    public static SellerCase of(
            String sellerId,
            SellerHistory history,
            AccountStory accounts,
            Collection<ListingState> listings,
            Collection<OrderTrace> orders) {
        var sorted = orders.stream().sorted(BY_PLACED_AT).toList();
        var commodities = new TreeSet<String>();
        var lastOn = new TreeMap<String, Long>();
        for (OrderTrace order : sorted) {
            commodities.addAll(order.commodities());
            lastOn.merge(order.platform(), order.placedAt(), Math::max);
        }
        for (ListingState listing : listings) {
            String commodity = listing.newest(ListingState.Entry::commodity);
            if (commodity != null && !commodity.isEmpty()) {
                commodities.add(commodity);
            }
            lastOn.merge(listing.platform(), listing.changedAt(), Math::max);
        }
        commodities.remove(Place.NONE);
        commodities.remove(Place.UNKNOWN);
        return new SellerCase(
                sellerId,
                history,
                accounts,
                Doors.of(accounts.doors(), lastOn.keySet()),
                listings.stream().sorted(BY_LISTING).toList(),
                sorted,
                sorted.stream().mapToLong(OrderTrace::placedAt).toArray(),
                commodities,
                stillUsed(lastOn));
    }

    private static Set<String> stillUsed(Map<String, Long> lastOn) {
        long newest = lastOn.values().stream().mapToLong(at -> at).max().orElse(0);
        var used = new TreeSet<String>();
        lastOn.forEach((platform, at) -> {
            if (newest - at <= LEFT_AFTER) {
                used.add(platform);
            }
        });
        return used;
    }

    public Attribution attributionAt(long instant) {
        return history.at(instant);
    }

    /** Moment of the first listing, or null. */
    public Long listedAt() {
        return listings.isEmpty()
                ? null
                : Long.valueOf(listings.stream()
                        .mapToLong(ListingState::publishedAt)
                        .min()
                        .getAsLong());
    }

    /** When the seller first did something itself, or null: its account was only ever opened, activated or shut for it. */
    public Long firstOwnAct() {
        return Stages.earlier(accounts.firstVisitAt(), Stages.earlier(listedAt(), firstOrderAt()));
    }

    public Long firstOrderAt() {
        return placedAt.length == 0 ? null : Long.valueOf(placedAt[0]);
    }

    public Long lastOrderAt() {
        return placedAt.length == 0 ? null : Long.valueOf(placedAt[placedAt.length - 1]);
    }

    public Long firstSuccessAt() {
        Long first = null;
        for (OrderTrace order : orders) {
            if (order.successAt() != null && (first == null || order.successAt() < first)) {
                first = order.successAt();
            }
        }
        return first;
    }
}
