package vn.nhipcho.simulation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.apache.avro.specific.SpecificRecord;

/**
 * What will happen, in the order of time; a thing that happens emits events of that moment and plans what follows, so
 * only what is under way is in memory. It knows nothing of sellers or orders.
 */
final class Agenda implements Iterator<TimedEvent> {
    /** Something that happens at a planned moment. */
    @FunctionalInterface
    interface Happening {
        void happen(Agenda agenda);
    }

    private record Planned(long at, long sequence, Happening happening) implements Comparable<Planned> {
        @Override
        public int compareTo(Planned other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private final PriorityQueue<Planned> planned = new PriorityQueue<>();
    private final ArrayDeque<TimedEvent> emitted = new ArrayDeque<>();
    private long sequence;
    private long now = Long.MIN_VALUE;
    private Instant nowInstant;

    /** Plans for a moment; what should have happened already happens now. */
    void at(long when, Happening happening) {
        planned.add(new Planned(Math.max(when, now), sequence++, happening));
    }

    long now() {
        return now;
    }

    Instant nowInstant() {
        return nowInstant;
    }

    void emit(String topic, String key, SpecificRecord event) {
        emitted.add(new TimedEvent(topic, key, event, nowInstant));
    }

    int size() {
        return planned.size();
    }

    @Override
    public boolean hasNext() {
        while (emitted.isEmpty() && !planned.isEmpty()) {
            Planned next = planned.poll();
            if (next.at != now) {
                now = next.at;
                nowInstant = Instant.ofEpochMilli(now);
            }
            next.happening.happen(this);
        }
        return !emitted.isEmpty();
    }

    @Override
    public TimedEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("nothing is planned any more");
        }
        return emitted.poll();
    }
}
