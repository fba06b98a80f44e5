package vn.nhipcho.seller;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * An entry of an effective-dated history. Entries stand in the order (occurred_at, event_id, payload hash), so any order
 * of adding gives the same history; the newest entry at or before an instant that tells a field holds, and the earliest
 * value known extends back without limit (design, section 3, "Attribution").
 */
interface Dated {
    Comparator<Dated> OLDEST_FIRST = Comparator.comparingLong(Dated::occurredAt)
            .thenComparing(Dated::eventId)
            .thenComparingLong(Dated::payloadHash);

    long occurredAt();

    String eventId();

    long payloadHash();

    static <E extends Dated> List<E> with(List<E> entries, E entry) {
        var longer = new ArrayList<>(entries);
        longer.add(entry);
        longer.sort(OLDEST_FIRST);
        return longer;
    }

    /** The field's value at an instant (milliseconds), or null when no entry tells it. */
    static <E extends Dated, V> V valueAt(List<E> entries, Function<E, V> field, long millis) {
        V value = null;
        for (E entry : entries) {
            if (value != null && entry.occurredAt() > millis) {
                break;
            }
            V told = field.apply(entry);
            value = told == null ? value : told;
        }
        return value;
    }

    /**
     * Whether adding one entry at an instant changed a field's value anywhere: only the time from that instant to the next
     * entry, and the time before the first entry, can be concerned.
     */
    static <E extends Dated, V> boolean changed(List<E> before, List<E> after, Function<E, V> field, long at) {
        return !Objects.equals(valueAt(before, field, at), valueAt(after, field, at))
                || !Objects.equals(valueAt(before, field, Long.MIN_VALUE), valueAt(after, field, Long.MIN_VALUE));
    }

    static boolean contains(long[] sorted, long hash) {
        return Arrays.binarySearch(sorted, hash) >= 0;
    }

    static long[] plus(long[] sorted, long hash) {
        long[] longer = Arrays.copyOf(sorted, sorted.length + 1);
        longer[sorted.length] = hash;
        Arrays.sort(longer);
        return longer;
    }
}
