package vn.nhipcho.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.Milestones;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.OrderStatus;

/**
 * The merged state of an order at one seller: a join of the updates seen, so that any arrival order and any repetition
 * of the same updates give the same state.
 *
 * @param winners the updates that still win at least one field, newest first; the first one wins the status
 * @param seen sorted payload hashes of every update seen, to tell a duplicate
 * @param placedAtTold minimum over all updates that tell it, or null
 * @param firstOccurredAt minimum of occurred_at over all updates
 * @param commodities commodity by product id, for lines that carry none themselves
 */
public record PartState(
        String sellerId,
        List<Update> winners,
        long[] seen,
        Long placedAtTold,
        long firstOccurredAt,
        Milestones milestones,
        Attribution attribution,
        Map<String, String> commodities) {

    /** The fields that are registers of their own; the status is the register that every update carries. */
    private static final List<Function<Update, Object>> REGISTERS = List.of(
            Update::status,
            Update::lines,
            Update::shippingFee,
            Update::paymentMethod,
            Update::promisedAt,
            Update::buyerProvince,
            Update::confirmBy,
            Update::cancelledBy,
            Update::origin);

    public static PartState empty(String sellerId) {
        return new PartState(
                sellerId, List.of(), new long[0], null, Long.MAX_VALUE, Milestones.NONE, Attribution.UNKNOWN, Map.of());
    }

    public boolean hasSeen(OrderPush push) {
        return Arrays.binarySearch(seen, push.payloadHash()) >= 0;
    }

    public PartState merge(OrderPush push) {
        return new PartState(
                sellerId,
                withWinner(Update.of(push)),
                withSeen(push.payloadHash()),
                earlier(placedAtTold, push.placedAt()),
                Math.min(firstOccurredAt, push.occurredAt()),
                push.statusIsSnapshot() ? milestones : reached(milestones, push.status(), push.occurredAt()),
                attribution,
                commodities);
    }

    public PartState attributedTo(Attribution newAttribution, Map<String, String> newCommodities) {
        return new PartState(
                sellerId, winners, seen, placedAtTold, firstOccurredAt, milestones, newAttribution, newCommodities);
    }

    /** The part's own placed_at: the earliest told, failing any the earliest occurred_at. */
    public long placedAt() {
        return placedAtTold != null ? placedAtTold : firstOccurredAt;
    }

    public Update statusWinner() {
        return winners.get(0);
    }

    public List<Line> lines() {
        List<Line> lines = newest(Update::lines);
        return lines == null ? List.of() : lines;
    }

    /** The field's value in the newest update that carries it, or null. */
    public <T> T newest(Function<Update, T> field) {
        for (Update update : winners) {
            T value = field.apply(update);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private List<Update> withWinner(Update update) {
        var candidates = new ArrayList<>(winners);
        candidates.add(update);
        candidates.sort(Update.NEWEST_FIRST);
        var kept = new ArrayList<Update>(candidates.size());
        boolean[] decided = new boolean[REGISTERS.size()];
        for (Update candidate : candidates) {
            boolean wins = false;
            for (int i = 0; i < decided.length; i++) {
                if (!decided[i] && REGISTERS.get(i).apply(candidate) != null) {
                    decided[i] = true;
                    wins = true;
                }
            }
            if (wins) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private long[] withSeen(long hash) {
        int at = -(Arrays.binarySearch(seen, hash) + 1);
        long[] longer = new long[seen.length + 1];
        System.arraycopy(seen, 0, longer, 0, at);
        longer[at] = hash;
        System.arraycopy(seen, at, longer, at + 1, seen.length - at);
        return longer;
    }

    private static Milestones reached(Milestones before, OrderStatus status, long at) {
        return new Milestones(
                status == OrderStatus.AWAITING_SELLER
                        ? earlier(before.awaitingSellerAt(), at)
                        : before.awaitingSellerAt(),
                status == OrderStatus.AWAITING_PICKUP
                        ? earlier(before.awaitingPickupAt(), at)
                        : before.awaitingPickupAt(),
                status == OrderStatus.IN_TRANSIT ? earlier(before.inTransitAt(), at) : before.inTransitAt(),
                status == OrderStatus.DELIVERED ? earlier(before.deliveredAt(), at) : before.deliveredAt(),
                status == OrderStatus.COMPLETED ? earlier(before.completedAt(), at) : before.completedAt(),
                status == OrderStatus.DELIVERY_FAILED
                        ? earlier(before.deliveryFailedAt(), at)
                        : before.deliveryFailedAt(),
                status == OrderStatus.RETURNED ? earlier(before.returnedAt(), at) : before.returnedAt(),
                status == OrderStatus.CANCELLED ? earlier(before.cancelledAt(), at) : before.cancelledAt());
    }

    static Long earlier(Long a, Long b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Math.min(a, b);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartState that
                && sellerId.equals(that.sellerId)
                && winners.equals(that.winners)
                && Arrays.equals(seen, that.seen)
                && Objects.equals(placedAtTold, that.placedAtTold)
                && firstOccurredAt == that.firstOccurredAt
                && milestones.equals(that.milestones)
                && attribution.equals(that.attribution)
                && commodities.equals(that.commodities);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sellerId, winners, Arrays.hashCode(seen));
    }
}
