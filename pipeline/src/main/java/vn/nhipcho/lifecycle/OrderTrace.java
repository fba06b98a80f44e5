package vn.nhipcho.lifecycle;

import java.util.List;
import java.util.TreeSet;
import vn.nhipcho.ledger.LineValue;
import vn.nhipcho.ledger.PartState;
import vn.nhipcho.ledger.Update;
import vn.nhipcho.model.Milestones;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.OrderStatus;

/**
 * What the seller's story needs of one of its order parts; a function of the part's merged state.
 *
 * @param placedAt the part's own, milliseconds
 * @param awaitingAt since when the order waits for the seller; null: it never did
 * @param movedOnAt when it first went on from there, or was cancelled; null: it still waits
 * @param successAt first DELIVERED or COMPLETED; null: none, or cancelled
 * @param confirmBy the marketplace's own deadline; null: it gives none
 * @param cancelledBy who cancelled, as the marketplace tells it; null: not told
 * @param value gross over the part's lines, minor units
 * @param commodities sorted codes of the lines; {@code (none)} and {@code unknown} included
 */
public record OrderTrace(
        String platform,
        String orderId,
        long placedAt,
        OrderStatus status,
        long statusAt,
        Long awaitingAt,
        Long movedOnAt,
        Long successAt,
        Long returnedAt,
        Long confirmBy,
        String cancelledBy,
        long value,
        List<String> commodities) {

    /** Null for a test order of the programme's own staff (origin INTERNAL), which is never counted. */
    public static OrderTrace of(String platform, String orderId, PartState part) {
        if (part.newest(Update::origin) == OrderPush.Origin.INTERNAL) {
            return null;
        }
        Milestones times = part.milestones();
        Update won = part.statusWinner();
        boolean cancelled = won.status() == OrderStatus.CANCELLED;
        long value = 0;
        var commodities = new TreeSet<String>();
        for (var line : part.lines()) {
            value += LineValue.gross(line);
            commodities.add(LineValue.commodityOf(line, part));
        }
        return new OrderTrace(
                platform,
                orderId,
                part.placedAt(),
                won.status(),
                won.occurredAt(),
                times.awaitingSellerAt(),
                movedOn(times, won),
                cancelled ? null : earliest(times.deliveredAt(), times.completedAt()),
                times.returnedAt(),
                part.newest(Update::confirmBy),
                part.newest(Update::cancelledBy),
                value,
                List.copyOf(commodities));
    }

    public boolean isCancelled() {
        return status == OrderStatus.CANCELLED;
    }

    public boolean isReturned() {
        return returnedAt != null || status == OrderStatus.RETURNING || status == OrderStatus.RETURNED;
    }

    private static Long movedOn(Milestones times, Update won) {
        Long milestone = earliest(
                times.awaitingPickupAt(),
                times.inTransitAt(),
                times.deliveredAt(),
                times.completedAt(),
                times.deliveryFailedAt(),
                times.returnedAt(),
                times.cancelledAt());
        boolean wentOn =
                won.status().rank() > OrderStatus.AWAITING_SELLER.rank() && won.status() != OrderStatus.UNKNOWN;
        return wentOn ? earliest(milestone, won.occurredAt()) : milestone;
    }

    private static Long earliest(Long... times) {
        Long earliest = null;
        for (Long time : times) {
            if (time != null && (earliest == null || time < earliest)) {
                earliest = time;
            }
        }
        return earliest;
    }
}
