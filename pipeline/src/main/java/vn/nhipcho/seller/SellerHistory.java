package vn.nhipcho.seller;

import java.util.List;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.Place;

/**
 * Everything that accounts tell of one seller.
 *
 * @param entries oldest first; only those that tell something
 * @param seen sorted payload hashes of every account event seen
 */
public record SellerHistory(List<Entry> entries, long[] seen) {
    public static final SellerHistory UNKNOWN_SELLER = new SellerHistory(List.of(), new long[0]);

    /** What one account event tells; null components tell nothing. */
    public record Entry(
            long occurredAt, String eventId, long payloadHash, String sellerType, Place place, String cooperativeId)
            implements Dated {}

    public boolean hasSeen(AccountChange change) {
        return Dated.contains(seen, change.payloadHash());
    }

    public SellerHistory merge(AccountChange change) {
        boolean tells = change.sellerType() != null || change.place() != null || change.cooperativeId() != null;
        Entry entry = new Entry(
                change.occurredAt(),
                change.eventId(),
                change.payloadHash(),
                change.sellerType(),
                change.place(),
                change.cooperativeId());
        return new SellerHistory(tells ? Dated.with(entries, entry) : entries, Dated.plus(seen, change.payloadHash()));
    }

    /** A known seller that never told a cooperative is in none; what else it never told is not known yet. */
    public Attribution at(long millis) {
        if (seen.length == 0) {
            return Attribution.UNKNOWN;
        }
        Place place = Dated.valueAt(entries, Entry::place, millis);
        String cooperative = Dated.valueAt(entries, Entry::cooperativeId, millis);
        String sellerType = Dated.valueAt(entries, Entry::sellerType, millis);
        return new Attribution(
                place == null ? Place.UNKNOWN_PLACE : place,
                cooperative == null || cooperative.isEmpty() ? Place.NONE : cooperative,
                sellerType == null ? Place.UNKNOWN : sellerType);
    }

    /** Whether an event at an instant made this history answer otherwise than the one before it. */
    public boolean answersOtherwise(SellerHistory before, long at) {
        return before.seen.length == 0
                || Dated.changed(before.entries, entries, Entry::place, at)
                || Dated.changed(before.entries, entries, Entry::cooperativeId, at)
                || Dated.changed(before.entries, entries, Entry::sellerType, at);
    }
}
