package vn.nhipcho.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.AccountEventKind;
import vn.nhipcho.event.ListingEvent;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;
import vn.nhipcho.reference.AdminUnits;
import vn.nhipcho.reference.Commodities;

/** What holds for every single event, in a season of a tenth of the programme's size. */
class SeasonEventsTest {
    private static final Instant END = Instant.parse("2026-11-24T11:00:30Z");
    private static final SimulationConfig SMALL = SimulationConfig.upTo(END).withSellers(6_000, 60);
    private static final List<TimedEvent> SEASON = new ArrayList<>();
    private static final Pattern PSEUDONYM = Pattern.compile("[sh][0-9a-f]{16}");

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() throws Exception {
        String first = digest(new SeasonSimulation(SMALL).eventsUntilEnd());
        var again =
                new SeasonSimulation(SimulationConfig.upTo(END.plusSeconds(20)).withSellers(6_000, 60));

        assertThat(digest(again.eventsUntilEnd())).isEqualTo(first);
        assertThat(digest(again.eventsUntilEnd())).as("a second pass").isEqualTo(first);
        assertThat(digest(new SeasonSimulation(SMALL.withSeed(2)).eventsUntilEnd()))
                .isNotEqualTo(first);
    }

    @Test
    void comesInTheOrderOfTimeWithinTheSeason() {
        Instant previous = SMALL.start();
        for (TimedEvent event : SEASON) {
            assertThat(event.occurredAt()).isBetween(previous, SMALL.end());
            assertThat(event.event()
                            .get(event.event()
                                    .getSchema()
                                    .getField("occurred_at")
                                    .pos()))
                    .isEqualTo(event.occurredAt());
            previous = event.occurredAt();
        }
    }

    @Test
    void identifiesEveryEventOnce() {
        Set<String> ids = new HashSet<>();
        for (TimedEvent event : SEASON) {
            var id = event.event().get(0);
            var platform =
                    event.event() instanceof AccountEvent ? "" : event.event().get(1);
            assertThat(ids.add(event.topic() + platform + ":" + id))
                    .as("%s", event)
                    .isTrue();
        }
    }

    @Test
    void ordersWholeDongOfKnownGoodsInSaneQuantities() {
        var commodities = Commodities.load();
        for (TimedEvent timed : SEASON) {
            if (timed.event() instanceof OrderEvent order && order.getLines() != null) {
                assertThat(order.getLines()).isNotEmpty();
                for (OrderLine line : order.getLines()) {
                    assertThat(line.getQuantity()).isBetween(new BigDecimal("0.5"), new BigDecimal("2000"));
                    assertThat(line.getUnitPrice()).isBetween(new BigDecimal("500"), new BigDecimal("3000000"));
                    assertThat(line.getUnitPrice().stripTrailingZeros().scale()).isNotPositive();
                    if (line.getDiscount() != null) {
                        assertThat(line.getDiscount())
                                .isPositive()
                                .isLessThan(line.getQuantity().multiply(line.getUnitPrice()));
                    }
                    if (line.getCommodity() != null) {
                        assertThat(commodities.byCode(line.getCommodity())).isPresent();
                    }
                }
            }
        }
    }

    @Test
    void listsEveryProductBeforeItIsOrderedWithoutACommodityOfItsOwn() {
        Set<String> listed = new HashSet<>();
        for (TimedEvent timed : SEASON) {
            var event = timed.event();
            if (event instanceof ListingEvent listing && listing.getCommodity() != null) {
                String product = listing.getProductId() == null ? listing.getListingId() : listing.getProductId();
                listed.add(listing.getPlatform() + product);
            } else if (event instanceof OrderEvent order && order.getLines() != null) {
                for (OrderLine line : order.getLines()) {
                    if (line.getCommodity() == null) {
                        assertThat(listed).contains(order.getPlatform() + line.getProductId());
                    }
                }
            }
        }
    }

    @Test
    void reportsCommunesByCodesThatWereValidOnTheirDay() {
        var units = AdminUnits.load();
        int oldCodes = 0;
        int newCodes = 0;
        for (TimedEvent timed : SEASON) {
            if (timed.event() instanceof AccountEvent account && account.getCommuneCode() != null) {
                LocalDate day = account.getCommuneValidOn() == null
                        ? VietnamTime.date(account.getOccurredAt())
                        : account.getCommuneValidOn();
                assertThat(units.commune(account.getCommuneCode(), day)).isPresent();
                if (day.isBefore(Commune.REFORM)) {
                    oldCodes++;
                } else {
                    newCodes++;
                }
            }
        }
        assertThat(oldCodes).isGreaterThan(1_000);
        assertThat(newCodes).isGreaterThan(1_000);
    }

    @Test
    void knowsOnlyOldCodesBeforeTheReform() {
        var before = new SeasonSimulation(
                SimulationConfig.upTo(Instant.parse("2023-01-10T00:00:00Z")).withSellers(1_000, 10));
        for (var events = before.eventsUntilEnd(); events.hasNext(); ) {
            if (events.next().event() instanceof AccountEvent account && account.getCommuneCode() != null) {
                assertThat(account.getProvinceCode()).isEqualTo("93");
            }
        }
    }

    @Test
    void namesNobody() {
        for (TimedEvent timed : SEASON) {
            var event = timed.event();
            if (event instanceof AccountEvent account) {
                assertThat(account.getSellerId()).matches(PSEUDONYM);
                if (account.getKind() == AccountEventKind.REGISTERED && account.getPlatform() == null) {
                    assertThat(account.getHouseholdKey()).matches(PSEUDONYM);
                    assertThat(account.getCooperativeId()).matches("|MP-(HTX|THT)-[0-9]{4}");
                }
            }
        }
    }

    @Test
    void tellsTheWholeOrderFirstAndThenOnlyWhatChanged() {
        Set<String> begun = new HashSet<>();
        for (TimedEvent timed : SEASON) {
            if (timed.event() instanceof OrderEvent order) {
                boolean first = begun.add(order.getPlatform() + order.getOrderId() + order.getSellerId());
                assertThat(order.getOrigin() != null).isEqualTo(first);
                assertThat(order.getPaymentMethod() != null).isEqualTo(first);
                if (first) {
                    assertThat(order.getLines()).isNotEmpty();
                    assertThat(order.getConfirmBy()).isAfter(order.getOccurredAt());
                    assertThat(order.getPromisedAt()).isAfter(order.getOccurredAt());
                }
            }
        }
    }

    @Test
    void scalesToTheOrdersAskedFor() {
        var config = SMALL.withOrders(30_000);
        var season = SeasonSummary.of(new SeasonSimulation(config).eventsUntilEnd(), config.start());
        assertThat(season.orders).hasSizeBetween(20_000, 40_000);
    }

    @BeforeAll
    static void playOneSeason() {
        new SeasonSimulation(SMALL).eventsUntilEnd().forEachRemaining(SEASON::add);
    }

    private static String digest(Iterator<TimedEvent> events) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        var out = new DigestOutputStream(OutputStream.nullOutputStream(), sha);
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        while (events.hasNext()) {
            TimedEvent event = events.next();
            encoder.writeString(event.topic());
            encoder.writeString(event.key());
            write(event.event(), encoder);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void write(SpecificRecord event, Encoder encoder) throws Exception {
        var model = SpecificData.getForClass(event.getClass());
        new SpecificDatumWriter<SpecificRecord>(event.getSchema(), model).write(event, encoder);
    }
}
