package vn.nhipcho.ledger;

import java.util.Map;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.OrderPush;

/**
 * A push with its seller's context, or the context alone when it changed without a push.
 *
 * @param push null: only the attribution changed
 * @param commodities commodity by product id as of the part's placed_at, for lines that carry none
 */
public record PlacedPush(
        String platform,
        String orderId,
        String sellerId,
        OrderPush push,
        Attribution attribution,
        Map<String, String> commodities) {

    public String orderKey() {
        return platform + ':' + orderId;
    }
}
