package vn.nhipcho.lifecycle;

import java.util.ArrayList;
import java.util.List;

/** A stretch of time from an instant up to and without another, both in milliseconds; {@link #NEVER} is no end. */
public record Span(long from, long to) {
    public static final long NEVER = Long.MAX_VALUE;

    public boolean contains(long instant) {
        return from <= instant && instant < to;
    }

    public boolean isEmpty() {
        return from >= to;
    }

    /** What is left of this when others, sorted and apart, are taken out. */
    public List<Span> without(List<Span> others) {
        var left = new ArrayList<Span>();
        long from = this.from;
        for (Span other : others) {
            if (other.to <= from) {
                continue;
            }
            if (other.from >= to) {
                break;
            }
            if (other.from > from) {
                left.add(new Span(from, other.from));
            }
            from = other.to;
        }
        if (from < to) {
            left.add(new Span(from, to));
        }
        return left;
    }
}
