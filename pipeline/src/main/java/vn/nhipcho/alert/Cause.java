package vn.nhipcho.alert;

import java.util.List;
import java.util.Objects;
import vn.nhipcho.lifecycle.ListingState;
import vn.nhipcho.lifecycle.OrderTrace;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.reference.Dictionary;

/** The likely cause of a stall, by what was seen of the shop until then, and what a caller can do about it. */
public enum Cause {
    LISTING_WITHDRAWN,
    OUT_OF_STOCK,
    CANCELLED_BY_SELLER,
    RETURNED,
    UNKNOWN;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** In Vietnamese. */
    public String nextStep() {
        return Dictionary.vietnamese("next_step", code());
    }

    /** As it looked at an instant (milliseconds). The shop window goes before the orders: it is the nearer cause. */
    static Cause of(SellerCase seller, long at) {
        List<ListingState> published = seller.listings().stream()
                .filter(listing -> listing.publishedAt() <= at)
                .toList();
        List<ListingState> onSale =
                published.stream().filter(listing -> listing.isOnSaleAt(at)).toList();
        if (!published.isEmpty() && onSale.isEmpty()) {
            return LISTING_WITHDRAWN;
        }
        if (!onSale.isEmpty() && onSale.stream().allMatch(listing -> isSoldOut(listing, at))) {
            return OUT_OF_STOCK;
        }
        OrderTrace last = lastOrder(seller, at);
        if (last != null && last.isCancelled() && isSeller(last.cancelledBy())) {
            return CANCELLED_BY_SELLER;
        }
        return last != null && last.isReturned() ? RETURNED : UNKNOWN;
    }

    private static boolean isSoldOut(ListingState listing, long at) {
        return Objects.equals(listing.at(at, ListingState.Entry::stock), 0L);
    }

    private static boolean isSeller(String cancelledBy) {
        return cancelledBy != null && cancelledBy.equalsIgnoreCase("seller");
    }

    private static OrderTrace lastOrder(SellerCase seller, long at) {
        OrderTrace last = null;
        for (OrderTrace order : seller.orders()) {
            if (order.placedAt() > at) {
                break;
            }
            last = order;
        }
        return last;
    }
}
