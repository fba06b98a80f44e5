package vn.nhipcho.alert;

import java.util.List;
import java.util.Objects;
import vn.nhipcho.lifecycle.ListingState;
import vn.nhipcho.lifecycle.OrderTrace;
import vn.nhipcho.lifecycle.SellerCase;

/** The likely cause of a stall, by what was seen of the shop until then, and what a caller can do about it. */
public enum Cause {
    LISTING_WITHDRAWN("Hỏi vì sao đã gỡ hết sản phẩm; giúp đăng lại nếu còn hàng."),
    OUT_OF_STOCK("Hỏi ngày có hàng lại; giúp cập nhật số lượng tồn trên sàn."),
    CANCELLED_BY_SELLER("Hỏi vì sao hủy đơn gần nhất: hết hàng, giá hay không có người giao."),
    RETURNED("Hỏi vì sao hàng bị trả; giúp xem lại đóng gói, vận chuyển và mô tả."),
    UNKNOWN("Gọi hỏi thăm: còn hàng không, có vào xem đơn không, vướng ở đâu.");

    private final String nextStep;

    Cause(String nextStep) {
        this.nextStep = nextStep;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** In Vietnamese. */
    public String nextStep() {
        return nextStep;
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
