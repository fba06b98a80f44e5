package vn.nhipcho.importer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import vn.nhipcho.registry.GeneratedClasses;

/**
 * A source that is sent out of order and partly twice, the same way for the same seed: each copy of an event is sent at
 * its event time and a random delay of at most {@code span}. What waits is held in memory as Avro: the span's events
 * where the source is ordered by time, else all of them, for which there is a limit.
 */
public final class Disorder implements Importer {
    static final int MOST_HELD = 5_000_000;

    private final Importer source;
    private final Duration span;
    private final double duplicates;
    private final long seed;

    /** @param duplicates share of the events that are sent twice, 0 to 1 */
    public Disorder(Importer source, Duration span, double duplicates, long seed) {
        if (span.isNegative() || !(duplicates >= 0 && duplicates <= 1)) {
            throw new SourceException("disorder is a duration from 0 up, duplicates a share from 0 to 1");
        }
        this.source = source;
        this.span = span;
        this.duplicates = duplicates;
        this.seed = seed;
    }

    @Override
    public void run(ImportSink sink) throws IOException, InterruptedException {
        var waiting = new Waiting(sink);
        source.run(waiting);
        waiting.release(Instant.MAX);
    }

    @Override
    public String identity() {
        // What is held back at an early end comes in another order than it would if the source went on.
        String end = !span.isZero() && source.endsEarly() ? " to an early end" : "";
        return source.identity() + " disorder " + span + " duplicates " + duplicates + " seed " + seed + end;
    }

    @Override
    public boolean endsEarly() {
        return span.isZero() && source.endsEarly();
    }

    @Override
    public OptionalLong estimatedEvents() {
        var events = source.estimatedEvents();
        return events.isEmpty() ? events : OptionalLong.of(Math.round(events.getAsLong() * (1 + duplicates)));
    }

    @Override
    public boolean timeOrdered() {
        return span.isZero() && source.timeOrdered();
    }

    private record Held(
            Instant sendAt, long sequence, String topic, String key, Instant occurredAt, Schema schema, byte[] event) {}

    private final class Waiting implements ImportSink {
        private final ImportSink next;
        private final SplittableRandom random = new SplittableRandom(seed);
        private final PriorityQueue<Held> held =
                new PriorityQueue<>(Comparator.comparing(Held::sendAt).thenComparingLong(Held::sequence));
        private long sequence;

        Waiting(ImportSink next) {
            this.next = next;
        }

        @Override
        public void accept(ImportedEvent event) throws InterruptedException {
            boolean twice = random.nextDouble() < duplicates;
            if (span.isZero()) {
                next.accept(event);
                if (twice) {
                    next.accept(event);
                }
                return;
            }
            byte[] bytes = EventBytes.encode(event.event());
            hold(event, bytes);
            if (twice) {
                hold(event, bytes);
            }
            if (source.timeOrdered()) {
                release(event.occurredAt());
            }
        }

        @Override
        public void reject(RejectedLine line) throws InterruptedException {
            next.reject(line);
        }

        /** Sends what is due: nothing that comes later can be due before. */
        void release(Instant until) throws InterruptedException {
            while (!held.isEmpty() && !held.peek().sendAt().isAfter(until)) {
                var due = held.poll();
                var event = EventBytes.decode(due.event(), due.schema());
                next.accept(new ImportedEvent(due.topic(), due.key(), due.occurredAt(), event));
            }
        }

        private void hold(ImportedEvent event, byte[] bytes) {
            if (held.size() == MOST_HELD) {
                throw new SourceException(
                        "--disorder holds at most " + MOST_HELD + " events in memory, and "
                                + "this source has more that are not in the order of time: use a shorter span or a smaller source");
            }
            var sendAt = event.occurredAt().plusMillis(random.nextLong(span.toMillis() + 1));
            var schema = event.event().getSchema();
            held.add(new Held(sendAt, sequence++, event.topic(), event.key(), event.occurredAt(), schema, bytes));
        }
    }

    /** Events as Avro, a quarter of the memory of their objects. */
    private static final class EventBytes {
        static {
            GeneratedClasses.trust();
        }

        static byte[] encode(SpecificRecord event) {
            var bytes = new ByteArrayOutputStream(256);
            try {
                BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
                new SpecificDatumWriter<SpecificRecord>(event.getSchema()).write(event, encoder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        static SpecificRecord decode(byte[] bytes, Schema schema) {
            try {
                BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
                return new SpecificDatumReader<SpecificRecord>(schema).read(null, decoder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
