package vn.nhipcho.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.AccountEventKind;

class DisorderTest {
    private static final Duration SPAN = Duration.ofHours(72);
    private static final List<ImportedEvent> HOURLY = IntStream.range(0, 2_000)
            .mapToObj(hour -> ImportedEvent.of(AccountEvent.newBuilder()
                    .setEventId("e" + hour)
                    .setSellerId("s")
                    .setKind(AccountEventKind.ACTIVITY)
                    .setOccurredAt(Instant.EPOCH.plus(Duration.ofHours(hour)))
                    .build()))
            .toList();

    @Test
    void sendsEveryEventAndTheShareTwice() throws Exception {
        var sent = sent(HOURLY, true, SPAN, 0.2, 7);

        assertThat(new HashSet<>(sent)).isEqualTo(new HashSet<>(HOURLY));
        assertThat(sent.size() - HOURLY.size()).isBetween(320, 480);
    }

    @Test
    void isOutOfOrderByNoMoreThanItsSpan() throws Exception {
        var sent = sent(HOURLY, true, SPAN, 0.2, 7);

        Instant latest = Instant.EPOCH;
        int stepsBack = 0;
        for (ImportedEvent event : sent) {
            assertThat(event.occurredAt()).isAfterOrEqualTo(latest.minus(SPAN));
            stepsBack += event.occurredAt().isBefore(latest) ? 1 : 0;
            latest = event.occurredAt().isAfter(latest) ? event.occurredAt() : latest;
        }
        assertThat(stepsBack).isGreaterThan(1_000);
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() throws Exception {
        assertThat(sent(HOURLY, true, SPAN, 0.2, 7)).isEqualTo(sent(HOURLY, true, SPAN, 0.2, 7));
        assertThat(sent(HOURLY, true, SPAN, 0.2, 8)).isNotEqualTo(sent(HOURLY, true, SPAN, 0.2, 7));
    }

    @Test
    void whatIsReleasedEarlyIsWhatASortOfAllWouldGive() throws Exception {
        assertThat(sent(HOURLY, true, SPAN, 0.2, 7)).isEqualTo(sent(HOURLY, false, SPAN, 0.2, 7));
    }

    @Test
    void keepsTheOrderOfTheSourceWhenItHasNoSpan() throws Exception {
        var backwards = new ArrayList<>(HOURLY);
        Collections.reverse(backwards);

        assertThat(sent(backwards, false, Duration.ZERO, 0, 7)).isEqualTo(backwards);
        assertThat(sent(backwards, false, Duration.ZERO, 1, 7).subList(0, 4))
                .containsExactly(backwards.get(0), backwards.get(0), backwards.get(1), backwards.get(1));
    }

    @Test
    void optionsArePartOfTheIdentity() {
        var source = new Fixed(HOURLY, true);

        assertThat(new Disorder(source, SPAN, 0.2, 7).identity())
                .isNotEqualTo(new Disorder(source, SPAN, 0.2, 8).identity())
                .isNotEqualTo(new Disorder(source, SPAN, 0.1, 7).identity());
        assertThatThrownBy(() -> new Disorder(source, SPAN, 1.1, 7)).isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> new Disorder(source, SPAN, Double.NaN, 7)).isInstanceOf(SourceException.class);
    }

    @Test
    void heldBackToAnEarlyEndItIsAnotherSequenceThanTheOneThatGoesOn() {
        var goesOn = new Fixed(HOURLY, true);
        var endsEarly = new Fixed(HOURLY, true, true);

        assertThat(new Disorder(endsEarly, SPAN, 0, 7).identity())
                .isNotEqualTo(new Disorder(goesOn, SPAN, 0, 7).identity());
        assertThat(new Disorder(endsEarly, SPAN, 0, 7).endsEarly()).isFalse();
        assertThat(new Disorder(endsEarly, Duration.ZERO, 0.2, 7).identity())
                .isEqualTo(new Disorder(goesOn, Duration.ZERO, 0.2, 7).identity());
        assertThat(new Disorder(endsEarly, Duration.ZERO, 0.2, 7).endsEarly()).isTrue();
    }

    private static List<ImportedEvent> sent(
            List<ImportedEvent> events, boolean ordered, Duration span, double duplicates, long seed) throws Exception {
        return Collected.from(new Disorder(new Fixed(events, ordered), span, duplicates, seed)).events;
    }

    private record Fixed(List<ImportedEvent> events, boolean timeOrdered, boolean endsEarly) implements Importer {
        Fixed(List<ImportedEvent> events, boolean timeOrdered) {
            this(events, timeOrdered, false);
        }

        @Override
        public void run(ImportSink sink) throws InterruptedException {
            for (ImportedEvent event : events) {
                sink.accept(event);
            }
        }

        @Override
        public String identity() {
            return "fixed";
        }

        @Override
        public OptionalLong estimatedEvents() {
            return OptionalLong.of(events.size());
        }
    }
}
