package vn.nhipcho.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import vn.nhipcho.model.ListingChange;

/**
 * One listing of a seller over time: a join of the events seen, so that any arrival order gives the same state.
 *
 * @param entries oldest first
 */
public record ListingState(String platform, String listingId, List<Entry> entries) {
    private static final String WITHDRAWN = "WITHDRAWN";
    private static final Comparator<Entry> OLDEST_FIRST = Comparator.comparingLong(Entry::occurredAt)
            .thenComparing(Entry::eventId)
            .thenComparingLong(Entry::payloadHash);

    /** What one listing event tells; null components mean "unchanged". Units as in {@link ListingChange}. */
    public record Entry(
            long occurredAt,
            String eventId,
            long payloadHash,
            String kind,
            String productId,
            String commodity,
            Long price,
            String unit,
            Long stock,
            Integer ocopStars,
            String ocopCertificate,
            Integer ocopValidFrom,
            Integer ocopValidTo) {
        static Entry of(ListingChange change) {
            return new Entry(
                    change.occurredAt(),
                    change.eventId(),
                    change.payloadHash(),
                    change.kind(),
                    change.productId(),
                    change.commodity(),
                    change.price(),
                    change.unit(),
                    change.stock(),
                    change.ocopStars(),
                    change.ocopCertificate(),
                    change.ocopValidFrom(),
                    change.ocopValidTo());
        }
    }

    public static ListingState empty(ListingChange change) {
        return new ListingState(change.platform(), change.listingId(), List.of());
    }

    public boolean hasSeen(ListingChange change) {
        return entries.stream().anyMatch(entry -> entry.payloadHash() == change.payloadHash());
    }

    public ListingState with(ListingChange change) {
        var longer = new ArrayList<>(entries);
        longer.add(Entry.of(change));
        longer.sort(OLDEST_FIRST);
        return new ListingState(platform, listingId, longer);
    }

    public long publishedAt() {
        return entries.get(0).occurredAt();
    }

    public long changedAt() {
        return entries.get(entries.size() - 1).occurredAt();
    }

    /** Whether buyers saw it at an instant. */
    public boolean isOnSaleAt(long instant) {
        String kind = at(instant, Entry::kind);
        return kind != null && !kind.equals(WITHDRAWN);
    }

    /** When it was withdrawn for good, or null while it is on sale. */
    public Long withdrawnAt() {
        Long at = null;
        for (Entry entry : entries) {
            if (!entry.kind().equals(WITHDRAWN)) {
                at = null;
            } else if (at == null) {
                at = entry.occurredAt();
            }
        }
        return at;
    }

    /** The newest value told at or before an instant, or null. */
    public <T> T at(long instant, Function<Entry, T> field) {
        T value = null;
        for (Entry entry : entries) {
            if (entry.occurredAt() > instant) {
                break;
            }
            T told = field.apply(entry);
            value = told == null ? value : told;
        }
        return value;
    }

    public <T> T newest(Function<Entry, T> field) {
        return at(Long.MAX_VALUE, field);
    }
}
