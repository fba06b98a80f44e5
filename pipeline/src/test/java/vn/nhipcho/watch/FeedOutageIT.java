package vn.nhipcho.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.evaluation.DecodedSeason;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.seller.SellerEvent;
import vn.nhipcho.simulation.SeasonSimulation;
import vn.nhipcho.simulation.SimulationConfig;

/** A season in which the feed of one marketplace stops for two days, and then sends what it had kept back. */
class FeedOutageIT {
    private static final ZoneId ZONE = SellerFlow.ZONE.id();
    private static final String SILENT = "shopee";
    private static final Instant STOPS = Instant.parse("2026-05-11T17:00:00Z");
    private static final Instant COMES_BACK = STOPS.plus(Duration.ofDays(2));
    private static final SimulationConfig CONFIG = SimulationConfig.upTo(COMES_BACK.plus(Duration.ofDays(3)))
            .withSeed(1)
            .withMonths(6)
            .withSellers(1_500, 150)
            .withOrderScale(4);
    /** A feed is watched by the clock on the wall, and only from when the job began to listen: so it all happens later. */
    private static final Duration LATER = Duration.ofDays(64 * 365);

    private static List<SellerEvent> season;

    @BeforeAll
    static void decodeTheSeason() {
        season = new ArrayList<>();
        var decoder = new DecodedSeason(ZONE);
        new SeasonSimulation(CONFIG).eventsUntilEnd().forEachRemaining(event -> season.add(decoder.decode(event)));
    }

    @Test
    void oneAlertTellsOfTheFeedUntilItComesBack() throws Exception {
        List<AlertRow> alerts = new ArrayList<>();
        try (var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new WatchFeeds(ZONE, AlertSettings.standardYaml(), () -> 0)),
                OrderPush::platform,
                Types.STRING)) {
            harness.open();
            for (SellerEvent event : arrived(FeedOutageIT::isCut)) {
                if (event.push() == null
                        || at(event) < STOPS.minus(Duration.ofDays(7)).toEpochMilli()) {
                    continue;
                }
                long arrivedAt = isCut(event) ? COMES_BACK.toEpochMilli() : at(event);
                harness.setProcessingTime(arrivedAt + LATER.toMillis());
                harness.processElement(new StreamRecord<>(event.push()));
            }
            alerts.addAll(harness.extractOutputValues());
        }

        assertThat(alerts).extracting(row -> row.about().subject()).containsOnly(SILENT);
        assertThat(alerts).extracting(AlertRow::state).containsExactly("OPEN", "RESOLVED");
        assertThat(alerts)
                .extracting(row -> row.about().alertId())
                .containsOnly(alerts.get(0).about().alertId());
        assertThat(alerts.get(0).about().openedAt() - LATER.toMillis())
                .isBetween(
                        STOPS.plus(Duration.ofHours(12)).toEpochMilli(),
                        STOPS.plus(Duration.ofHours(24)).toEpochMilli());
        assertThat(alerts.get(1).resolvedAt() - LATER.toMillis()).isEqualTo(COMES_BACK.toEpochMilli());
    }

    @Test
    void noSellerIsReportedForTheSilenceOfTheFeed() throws Exception {
        Predicate<SellerEvent> nothing = event -> false;
        try (SellerFlow whole = SellerFlow.start();
                SellerFlow cut = SellerFlow.start()) {
            play(whole, until(COMES_BACK, nothing), nothing);
            play(cut, until(COMES_BACK, FeedOutageIT::isCut), nothing);

            Set<String> sellers = sellersOnTheSilentFeed();
            assertThat(opened(cut, sellers)).isNotEmpty().isSubsetOf(opened(whole, sellers));
            assertThat(opened(cut, everybodyBut(sellers))).isEqualTo(opened(whole, everybodyBut(sellers)));

            Predicate<SellerEvent> before = event -> at(event) < COMES_BACK.toEpochMilli();
            play(whole, arrived(nothing), before);
            play(cut, arrived(FeedOutageIT::isCut), event -> before.test(event) && !isCut(event));
            assertThat(standing(cut)).isEqualTo(standing(whole));
        }
    }

    private static boolean isCut(SellerEvent event) {
        return event.push() != null
                && event.push().platform().equals(SILENT)
                && at(event) >= STOPS.toEpochMilli()
                && at(event) < COMES_BACK.toEpochMilli();
    }

    /** The season as it arrives when some of it is kept back until the feed comes back. */
    private static List<SellerEvent> arrived(Predicate<SellerEvent> keptBack) {
        List<SellerEvent> all = until(COMES_BACK, keptBack);
        season.stream().filter(keptBack).forEach(all::add);
        season.stream().filter(event -> at(event) >= COMES_BACK.toEpochMilli()).forEach(all::add);
        return all;
    }

    private static List<SellerEvent> until(Instant end, Predicate<SellerEvent> keptBack) {
        return season.stream()
                .filter(event -> at(event) < end.toEpochMilli() && !keptBack.test(event))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A barrier every six hours of the season. */
    private static void play(SellerFlow flow, List<SellerEvent> events, Predicate<SellerEvent> playedBefore)
            throws Exception {
        long barrierAt = Long.MIN_VALUE;
        for (SellerEvent event : events) {
            if (playedBefore.test(event)) {
                continue;
            }
            if (at(event) >= barrierAt) {
                flow.barrier();
                barrierAt = at(event) + Duration.ofHours(6).toMillis();
            }
            flow.accept(event);
        }
        flow.barrier();
    }

    private static Set<String> sellersOnTheSilentFeed() {
        return season.stream()
                .filter(event -> event.push() != null && event.push().platform().equals(SILENT))
                .map(SellerEvent::sellerId)
                .collect(Collectors.toSet());
    }

    private static Set<String> everybodyBut(Set<String> sellers) {
        Set<String> others = season.stream().map(SellerEvent::sellerId).collect(Collectors.toSet());
        others.removeAll(sellers);
        return others;
    }

    private static Set<String> opened(SellerFlow flow, Set<String> sellers) {
        return flow.transitions.stream()
                .filter(row -> sellers.contains(row.about().sellerId()))
                .map(row -> row.about().rule() + ' ' + row.about().alertId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> standing(SellerFlow flow) {
        return flow.alerts.values().stream()
                .filter(row -> !row.state().equals("WITHDRAWN"))
                .map(row ->
                        row.about().rule() + ' ' + row.about().alertId() + ' ' + row.state() + ' ' + row.resolvedAt())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long at(SellerEvent event) {
        return event.push() != null
                ? event.push().occurredAt()
                : event.account() != null
                        ? event.account().occurredAt()
                        : event.listing().occurredAt();
    }
}
