package vn.nhipcho.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipcho.importer.ImportSink;
import vn.nhipcho.importer.ImportedEvent;
import vn.nhipcho.importer.RejectedLine;
import vn.nhipcho.model.Topics;

class SeasonTest {
    @Test
    void hasExactlyAsManyEventsAsAskedForMostlyOfOrdersAndNoneOfTheFuture() throws Exception {
        var events = new Events();
        new Season(20_000, 1).run(events);

        assertThat(events.all).hasSize(20_000);
        long ofOrders = events.all.stream()
                .filter(event -> event.topic().equals(Topics.ORDERS))
                .count();
        assertThat(ofOrders).isGreaterThan(10_000);
        assertThat(events.all)
                .allSatisfy(event -> assertThat(event.occurredAt()).isBefore(Instant.parse("2025-07-01T00:00:00Z")));
    }

    @Test
    void goesOnWithAsManyThatFollowAsAskedFor() throws Exception {
        var first = new Events();
        new Season(3_000, 1).run(first);
        var next = new Events();
        new Season(3_000, 1).next(600).run(next);
        var last = new Events();
        new Season(3_000, 1).next(600).next(100).run(last);

        assertThat(next.all).hasSize(600);
        assertThat(last.all).hasSize(100).doesNotContainAnyElementsOf(next.all);
        assertThat(next.all.get(0).occurredAt())
                .isAfterOrEqualTo(first.all.get(first.all.size() - 1).occurredAt());
        assertThat(next.all).doesNotContainAnyElementsOf(first.all);
    }

    @Test
    void isAnotherWithAnotherSeed() {
        assertThat(new Season(3_000, 1).identity()).isNotEqualTo(new Season(3_000, 2).identity());
    }

    private static final class Events implements ImportSink {
        private final List<ImportedEvent> all = new ArrayList<>();

        @Override
        public void accept(ImportedEvent event) {
            all.add(event);
        }

        @Override
        public void reject(RejectedLine line) {
            throw new AssertionError(line);
        }
    }
}
