package vn.nhipcho.local.failures;

import java.util.ArrayList;
import java.util.List;

/** From an instant up to and without another, in milliseconds. */
record Stretch(long from, long to) {
    static final long NEVER = Long.MAX_VALUE;

    /** What others, sorted and apart, leave of it. */
    List<Stretch> without(List<Stretch> others) {
        var left = new ArrayList<Stretch>();
        long next = from;
        for (Stretch other : others) {
            if (next < Math.min(other.from, to)) {
                left.add(new Stretch(next, Math.min(other.from, to)));
            }
            next = Math.max(next, other.to);
        }
        if (next < to) {
            left.add(new Stretch(next, to));
        }
        return left;
    }
}
