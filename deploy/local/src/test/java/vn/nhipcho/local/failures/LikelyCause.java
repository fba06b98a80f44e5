package vn.nhipcho.local.failures;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The likely cause of a seller's silence: how its shop window looked at an instant, and what became of the last order before it. */
record LikelyCause(SellerStory seller, long at) {
    String name() {
        var listings = new ArrayList<List<JsonNode>>();
        for (List<JsonNode> events : seller.listings.values()) {
            List<JsonNode> until = events.stream()
                    .filter(event -> Oracle.occurredAt(event) <= at)
                    .toList();
            if (!until.isEmpty()) {
                listings.add(until);
            }
        }
        List<List<JsonNode>> onSale =
                listings.stream().filter(events -> !isWithdrawn(events)).toList();
        if (onSale.isEmpty() && !listings.isEmpty()) {
            return "listing_withdrawn";
        }
        if (!onSale.isEmpty() && onSale.stream().allMatch(LikelyCause::isSoldOut)) {
            return "out_of_stock";
        }
        return seller.orders.stream()
                .filter(order -> order.placedAt <= at)
                .reduce((before, order) -> order)
                .map(LikelyCause::of)
                .orElse("unknown");
    }

    private static String of(Oracle.Part last) {
        if (last.status.equals("CANCELLED") && last.toldText("cancelled_by", "").equalsIgnoreCase("seller")) {
            return "cancelled_by_seller";
        }
        return isReturned(last) ? "returned" : "unknown";
    }

    static boolean isReturned(Oracle.Part order) {
        return order.reached.containsKey("RETURNED") || order.status.equals("RETURNING");
    }

    static boolean isWithdrawn(List<JsonNode> events) {
        return Oracle.text(events.get(events.size() - 1), "kind").equals("WITHDRAWN");
    }

    private static boolean isSoldOut(List<JsonNode> events) {
        String stock = SellerStory.newest(events, event -> Oracle.text(event, "stock"));
        return stock != null && new BigDecimal(stock).signum() == 0;
    }
}
