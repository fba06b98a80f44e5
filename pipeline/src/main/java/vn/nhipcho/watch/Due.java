package vn.nhipcho.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a seller has to be judged again though nothing new comes of it: by its own clock, and for its orders by the clock of
 * each one's platform.
 */
public record Due(List<Moment> moments) {

    /**
     * @param at milliseconds of the clock
     * @param platforms whose slowest clock that is, sorted
     */
    public record Moment(long at, List<String> platforms) {}

    static Due of(Map<Set<String>, Long> byPlatforms) {
        var moments = new ArrayList<Moment>();
        byPlatforms.forEach((platforms, at) -> moments.add(new Moment(at, List.copyOf(new TreeSet<>(platforms)))));
        moments.sort(Comparator.comparingLong(Moment::at)
                .thenComparing(moment -> moment.platforms().toString()));
        return new Due(moments);
    }

    Map<Set<String>, Long> byPlatforms() {
        Map<Set<String>, Long> map = new HashMap<>();
        moments.forEach(moment -> map.put(new TreeSet<>(moment.platforms()), moment.at()));
        return map;
    }
}
