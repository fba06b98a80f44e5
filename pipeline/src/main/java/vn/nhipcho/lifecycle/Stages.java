package vn.nhipcho.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A seller's stages over time, those still to come if nothing else happens included; a function of the case alone.
 *
 * @param changes every transition, oldest first
 * @param activeSelling sorted spans in which the shop is active
 * @param reached when each stage of the funnel was first reached by its own event, milliseconds
 */
public record Stages(List<Change> changes, List<Span> activeSelling, Map<Stage, Long> reached) {
    /** As long as the window of {@link ActiveSelling}: whoever sold nothing in it has no order to count. */
    public static final long DORMANT_AFTER = Duration.ofDays(90).toMillis();

    /** @param at first instant of the stage, milliseconds */
    public record Change(Stage stage, long at) {}

    public static Stages of(SellerCase seller) {
        Long listedAt = seller.listedAt();
        Long openedAt = earlier(listedAt, seller.firstOrderAt());
        List<Span> active = ActiveSelling.spans(openedAt, seller.placedAt());
        var reached = new TreeMap<Stage, Long>();
        put(reached, Stage.REGISTERED, registeredAt(seller));
        put(reached, Stage.ACTIVATED, seller.accounts().firstOf(AccountStory.ACTIVATED));
        put(reached, Stage.LISTED, listedAt);
        put(reached, Stage.FIRST_ORDER, seller.firstOrderAt());
        put(reached, Stage.FIRST_DELIVERED, seller.firstSuccessAt());
        put(
                reached,
                Stage.SELLING,
                active.isEmpty() ? null : Long.valueOf(active.get(0).from()));
        return new Stages(changes(reached, dormant(seller.placedAt()), seller.doors()), active, reached);
    }

    public Stage at(long instant) {
        Stage stage = null;
        for (Change change : changes) {
            if (change.at() > instant) {
                break;
            }
            stage = change.stage();
        }
        return stage;
    }

    /** The first instant after one at which a stage or the measure of activity changes by itself or by a known event. */
    public long nextAfter(long instant) {
        long next = Span.NEVER;
        for (Change change : changes) {
            if (change.at() > instant) {
                next = Math.min(next, change.at());
            }
        }
        for (Span span : activeSelling) {
            if (span.from() > instant) {
                next = Math.min(next, span.from());
            }
            if (span.to() > instant) {
                next = Math.min(next, span.to());
            }
        }
        return next;
    }

    /** A seller of whom no register tells was there at the latest when it first did something. */
    private static Long registeredAt(SellerCase seller) {
        Long told = seller.accounts().firstOf(AccountStory.REGISTERED);
        if (told != null) {
            return told;
        }
        Long first = null;
        for (Long time : seller.accounts().first().values()) {
            first = earlier(first, time);
        }
        return first;
    }

    private static List<Span> dormant(long[] placedAt) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < placedAt.length; i++) {
            var span = new Span(placedAt[i] + DORMANT_AFTER, i + 1 < placedAt.length ? placedAt[i + 1] : Span.NEVER);
            if (!span.isEmpty()) {
                spans.add(span);
            }
        }
        return spans;
    }

    private static List<Change> changes(Map<Stage, Long> reached, List<Span> dormant, Doors doors) {
        var instants = new TreeSet<>(reached.values());
        for (var spans : List.of(dormant, doors.closed(), doors.suspended())) {
            for (Span span : spans) {
                instants.add(span.from());
                instants.add(span.to());
            }
        }
        instants.remove(Span.NEVER);
        var changes = new ArrayList<Change>();
        Stage before = null;
        for (long instant : instants) {
            Stage stage = stageAt(instant, reached, dormant, doors);
            if (stage != null && stage != before) {
                changes.add(new Change(stage, instant));
                before = stage;
            }
        }
        return changes;
    }

    private static Stage stageAt(long instant, Map<Stage, Long> reached, List<Span> dormant, Doors doors) {
        if (within(doors.closed(), instant)) {
            return Stage.CLOSED;
        }
        if (within(doors.suspended(), instant)) {
            return Stage.SUSPENDED;
        }
        if (within(dormant, instant)) {
            return Stage.DORMANT;
        }
        Stage highest = null;
        for (var stage : reached.entrySet()) {
            if (stage.getValue() <= instant) {
                highest = stage.getKey();
            }
        }
        return highest;
    }

    private static boolean within(List<Span> spans, long instant) {
        for (Span span : spans) {
            if (span.contains(instant)) {
                return true;
            }
        }
        return false;
    }

    private static void put(Map<Stage, Long> reached, Stage stage, Long at) {
        if (at != null) {
            reached.put(stage, at);
        }
    }

    static Long earlier(Long a, Long b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Math.min(a, b);
    }
}
