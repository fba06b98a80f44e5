package vn.nhipcho.watch;

import java.util.HashSet;
import java.util.Set;

/** What of a seller has to be written again at the next barrier. */
final class Touched {
    final Set<DayKey> days = new HashSet<>();
    final Set<String> listings = new HashSet<>();
    /** The seller's places changed, which every row of it carries. */
    boolean places;
    /** It may have a shop it did not have before. */
    boolean shops;
}
