package vn.nhipcho.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.nhipcho.model.AccountChange;

/**
 * What account events tell of a seller's stages. Any order of adding the same events gives the same story.
 *
 * @param first earliest time of each kind of event, milliseconds
 * @param doors suspensions, reinstatements, closings and (re-)activations, oldest first
 * @param shops shop id by platform, the newest told
 * @param householdKey pseudonym of the household, the newest told, or null
 * @param lastVisitAt when the seller showed itself last, or null
 */
public record AccountStory(
        Map<String, Long> first, List<Door> doors, Map<String, Told> shops, Told householdKey, Long lastVisitAt) {
    public static final AccountStory NONE = new AccountStory(Map.of(), List.of(), Map.of(), null, null);

    public static final String REGISTERED = "REGISTERED";
    public static final String ACTIVATED = "ACTIVATED";
    public static final String PROFILE_READY = "PROFILE_READY";
    public static final String TRAINED = "TRAINED";
    public static final String SUSPENDED = "SUSPENDED";
    public static final String REINSTATED = "REINSTATED";
    public static final String CLOSED = "CLOSED";

    /** Kinds that open or shut the seller's shop on one platform, or everywhere where they name none. */
    private static final Set<String> OF_DOORS = Set.of(REGISTERED, ACTIVATED, SUSPENDED, REINSTATED, CLOSED);

    /**
     * Kinds by which the seller shows itself; what others do to its account is none, and accounts are activated in bulk
     * as well.
     */
    private static final Set<String> VISITS =
            Set.of(PROFILE_READY, TRAINED, "PROFILE_CHANGED", "LOGGED_IN", "ACTIVITY");

    private static final Comparator<Door> OLDEST_FIRST = Comparator.comparingLong(Door::occurredAt)
            .thenComparing(Door::eventId)
            .thenComparingLong(Door::payloadHash);

    /** @param platform null: all of the seller's shops */
    public record Door(long occurredAt, String eventId, long payloadHash, String kind, String platform) {}

    /** A value and when it was told; the newest wins, of one instant the greater. */
    public record Told(long occurredAt, String value) {
        private static final Comparator<Told> ORDER =
                Comparator.comparingLong(Told::occurredAt).thenComparing(Told::value);

        private static Told newer(Told known, Told told) {
            return known == null || ORDER.compare(told, known) > 0 ? told : known;
        }
    }

    public AccountStory with(AccountChange change) {
        var times = new TreeMap<>(first);
        times.merge(change.kind(), change.occurredAt(), Math::min);
        var after = doors;
        if (OF_DOORS.contains(change.kind())) {
            after = new ArrayList<>(doors);
            after.add(new Door(
                    change.occurredAt(), change.eventId(), change.payloadHash(), change.kind(), change.platform()));
            after.sort(OLDEST_FIRST);
        }
        var shopsAfter = new TreeMap<>(shops);
        if (change.platform() != null) {
            String shop = change.shopId() == null ? "" : change.shopId();
            shopsAfter.merge(change.platform(), new Told(change.occurredAt(), shop), AccountStory::newerShop);
        }
        return new AccountStory(
                times,
                after,
                shopsAfter,
                change.householdKey() == null
                        ? householdKey
                        : Told.newer(householdKey, new Told(change.occurredAt(), change.householdKey())),
                isVisit(change) && (lastVisitAt == null || lastVisitAt < change.occurredAt())
                        ? Long.valueOf(change.occurredAt())
                        : lastVisitAt);
    }

    public static boolean isVisit(AccountChange change) {
        return VISITS.contains(change.kind());
    }

    /** Earliest time of a kind of event, or null. */
    public Long firstOf(String kind) {
        return first.get(kind);
    }

    /** When the seller first showed itself, or null. */
    public Long firstVisitAt() {
        Long earliest = null;
        for (String kind : VISITS) {
            Long at = first.get(kind);
            earliest = Stages.earlier(earliest, at);
        }
        return earliest;
    }

    public Set<String> platforms() {
        return new TreeSet<>(shops.keySet());
    }

    /** The seller's shop on a platform; empty: not told. */
    public String shopOn(String platform) {
        Told shop = platform == null ? null : shops.get(platform);
        return shop == null ? "" : shop.value();
    }

    private static Told newerShop(Told known, Told told) {
        if (known.value().isEmpty() != told.value().isEmpty()) {
            return known.value().isEmpty() ? told : known;
        }
        return Told.newer(known, told);
    }
}
