package vn.nhipcho.seller;

import java.util.List;
import vn.nhipcho.model.ListingChange;

/**
 * The commodity of one product on one platform over time.
 *
 * @param entries oldest first; only those that tell a commodity
 * @param seen sorted payload hashes of every listing event seen
 */
public record ListingHistory(List<Entry> entries, long[] seen) {
    public static final ListingHistory UNKNOWN_PRODUCT = new ListingHistory(List.of(), new long[0]);

    /** The commodity from an instant (milliseconds) on. */
    public record Entry(long occurredAt, String eventId, long payloadHash, String commodity) implements Dated {}

    boolean hasSeen(ListingChange change) {
        return Dated.contains(seen, change.payloadHash());
    }

    public ListingHistory merge(ListingChange change) {
        Entry entry = new Entry(change.occurredAt(), change.eventId(), change.payloadHash(), change.commodity());
        return new ListingHistory(
                change.commodity() == null ? entries : Dated.with(entries, entry),
                Dated.plus(seen, change.payloadHash()));
    }

    /** The commodity at an instant, failing that the earliest, failing any null. */
    public String at(long millis) {
        return Dated.valueAt(entries, Entry::commodity, millis);
    }

    public boolean answersOtherwise(ListingHistory before, long at) {
        return Dated.changed(before.entries, entries, Entry::commodity, at);
    }
}
