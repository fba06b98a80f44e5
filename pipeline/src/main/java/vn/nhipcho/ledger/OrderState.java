package vn.nhipcho.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One order over all its sellers.
 *
 * @param parts sorted by seller id
 * @param version row version of the rows last sent
 */
public record OrderState(String platform, String orderId, List<PartState> parts, long version) {

    static OrderState empty(String platform, String orderId) {
        return new OrderState(platform, orderId, List.of(), 0);
    }

    PartState part(String sellerId) {
        for (PartState part : parts) {
            if (part.sellerId().equals(sellerId)) {
                return part;
            }
        }
        return PartState.empty(sellerId);
    }

    OrderState with(PartState changed) {
        var next = new ArrayList<PartState>(parts.size() + 1);
        for (PartState part : parts) {
            if (!part.sellerId().equals(changed.sellerId())) {
                next.add(part);
            }
        }
        next.add(changed);
        next.sort(Comparator.comparing(PartState::sellerId));
        return new OrderState(platform, orderId, next, version);
    }

    OrderState withVersion(long newVersion) {
        return new OrderState(platform, orderId, parts, newVersion);
    }

    /** The order's placed_at: the minimum over its parts. Decides the hour it is counted in. */
    long placedAt() {
        long earliest = Long.MAX_VALUE;
        for (PartState part : parts) {
            earliest = Math.min(earliest, part.placedAt());
        }
        return earliest;
    }
}
