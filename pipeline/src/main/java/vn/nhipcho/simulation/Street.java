package vn.nhipcho.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The stalls that are open on each marketplace, so that a basket may hold goods of two. */
final class Street {
    private final Map<Market, List<Stall>> open = new EnumMap<>(Market.class);

    void opened(Stall stall) {
        stall.trader().shops().forEach(shop -> on(shop.market()).add(stall));
    }

    void closed(Stall stall) {
        stall.trader().shops().forEach(shop -> on(shop.market()).remove(stall));
    }

    /** Another open stall; null where there is none. */
    Stall other(Market market, Stall stall, Dice dice) {
        var stalls = on(market);
        Stall found = stalls.isEmpty() ? null : dice.pick(stalls);
        return found == stall ? null : found;
    }

    private List<Stall> on(Market market) {
        return open.computeIfAbsent(market, m -> new ArrayList<>());
    }
}
