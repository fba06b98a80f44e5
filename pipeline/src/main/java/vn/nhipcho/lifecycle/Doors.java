package vn.nhipcho.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.nhipcho.lifecycle.AccountStory.Door;

/**
 * When a seller's shops were all shut: closed everywhere, or shut everywhere and suspended in one place at least.
 *
 * @param closed sorted spans in which every shop is closed
 * @param suspended sorted spans in which every shop is shut and at least one only suspended
 */
public record Doors(List<Span> closed, List<Span> suspended) {
    private enum State {
        OPEN,
        SUSPENDED,
        CLOSED
    }

    /** The account in the programme's own register, which has no shop. */
    private static final String REGISTER = "";
    /** What an event without a platform does to every shop. */
    private static final Set<String> OF_ALL_SHOPS =
            Set.of(AccountStory.SUSPENDED, AccountStory.REINSTATED, AccountStory.CLOSED);

    /** @param selling platforms on which the seller sells: a shop there is open until an event says otherwise */
    static Doors of(List<Door> oldestFirst, Set<String> selling) {
        var closed = new ArrayList<Span>();
        var suspended = new ArrayList<Span>();
        var states = new TreeMap<String, State>();
        selling.forEach(platform -> states.put(platform, State.OPEN));
        State before = State.OPEN;
        long since = Long.MIN_VALUE;
        for (int i = 0; i < oldestFirst.size(); i++) {
            Door door = oldestFirst.get(i);
            apply(door, states);
            boolean moreOfThisInstant =
                    i + 1 < oldestFirst.size() && oldestFirst.get(i + 1).occurredAt() == door.occurredAt();
            State now = overall(states);
            if (moreOfThisInstant || now == before) {
                continue;
            }
            add(before, new Span(since, door.occurredAt()), closed, suspended);
            before = now;
            since = door.occurredAt();
        }
        add(before, new Span(since, Span.NEVER), closed, suspended);
        return new Doors(closed, suspended);
    }

    /** Sorted spans in which no shop is open. */
    public List<Span> shut() {
        var all = new ArrayList<>(closed);
        all.addAll(suspended);
        all.sort(Comparator.comparingLong(Span::from));
        return all;
    }

    /** Whether the last open shop was shut at that very instant. */
    public boolean shutAt(long instant) {
        return shut().stream().anyMatch(span -> span.from() == instant);
    }

    private static void apply(Door door, Map<String, State> states) {
        String shop = door.platform() == null ? REGISTER : door.platform();
        State state =
                switch (door.kind()) {
                    case AccountStory.SUSPENDED -> State.SUSPENDED;
                    case AccountStory.CLOSED -> State.CLOSED;
                    case AccountStory.REINSTATED -> State.OPEN;
                    // A registration or activation opens a shop, also one that was closed, not one that is suspended.
                    default -> states.get(shop) == State.SUSPENDED ? State.SUSPENDED : State.OPEN;
                };
        states.put(shop, state);
        if (shop.equals(REGISTER) && OF_ALL_SHOPS.contains(door.kind())) {
            states.replaceAll((platform, old) -> state);
        }
    }

    /** By the shops; the register alone decides only where there is no shop. */
    private static State overall(Map<String, State> states) {
        boolean anySuspended = false;
        boolean anyShop = false;
        for (var shop : states.entrySet()) {
            if (!shop.getKey().equals(REGISTER)) {
                anyShop = true;
                if (shop.getValue() == State.OPEN) {
                    return State.OPEN;
                }
                anySuspended |= shop.getValue() == State.SUSPENDED;
            }
        }
        if (!anyShop) {
            return states.getOrDefault(REGISTER, State.OPEN);
        }
        return anySuspended ? State.SUSPENDED : State.CLOSED;
    }

    private static void add(State state, Span span, List<Span> closed, List<Span> suspended) {
        if (state == State.CLOSED) {
            closed.add(span);
        } else if (state == State.SUSPENDED) {
            suspended.add(span);
        }
    }
}
