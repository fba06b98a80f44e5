package vn.nhipcho.source;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.deadletter.DeadLetterReason.MISSING_FIELD;
import static vn.nhipcho.deadletter.DeadLetterReason.OUT_OF_RANGE;
import static vn.nhipcho.fixture.AnOrderEvent.OCCURRED_AT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.event.ListingEvent;
import vn.nhipcho.event.ListingEventKind;
import vn.nhipcho.model.ListingChange;

class ListingDecoderTest {
    private final ListingDecoder decoder = new ListingDecoder(Records.registryWith(ListingEvent.getClassSchema()));

    @Test
    void acceptsAListingInTheUnitsOfTheModel() {
        var event = aListingEvent()
                .setProductId("p-1")
                .setCommodity("khom")
                .setPrice(new BigDecimal("12000.00"))
                .setUnit("trái")
                .setStock(new BigDecimal("40.500"))
                .setOcopStars(4)
                .setOcopCertificate("12/QĐ-UBND")
                .setOcopValidFrom(LocalDate.of(1970, 1, 11).plusYears(50))
                .setOcopValidTo(LocalDate.of(2025, 7, 1))
                .build();
        var change = accepted(event);
        assertThat(change)
                .isEqualTo(new ListingChange(
                        "shopee",
                        "listing-1",
                        "seller-a",
                        "event-1",
                        "PUBLISHED",
                        OCCURRED_AT.toEpochMilli(),
                        change.payloadHash(),
                        "p-1",
                        "khom",
                        12_000_00L,
                        "trái",
                        40_500L,
                        4,
                        "12/QĐ-UBND",
                        (int) LocalDate.of(2020, 1, 11).toEpochDay(),
                        (int) LocalDate.of(2025, 7, 1).toEpochDay(),
                        Records.of(event).source()));
    }

    @Test
    void takesTheListingsOwnIdWhereNoProductIsTold() {
        assertThat(accepted(aListingEvent().build()).productId()).isEqualTo("listing-1");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void refusesWhatTheRulesCannotUse(DeadLetterReason reason, String detail, ListingEvent.Builder event) {
        assertThat(decoder.decode(Records.of(event.build()))).isInstanceOfSatisfying(Decoded.Refused.class, refused -> {
            assertThat(refused.letter().reason()).isEqualTo(reason);
            assertThat(refused.letter().step()).isEqualTo("decode-listings");
            assertThat(refused.letter().detail()).contains(detail);
        });
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(MISSING_FIELD, "listing_id", aListingEvent().setListingId("")),
                Arguments.of(MISSING_FIELD, "seller_id", aListingEvent().setSellerId("")),
                Arguments.of(OUT_OF_RANGE, "price", aListingEvent().setPrice(new BigDecimal("-1.00"))),
                Arguments.of(OUT_OF_RANGE, "stock", aListingEvent().setStock(new BigDecimal("-1.000"))),
                Arguments.of(OUT_OF_RANGE, "ocop_stars is 6", aListingEvent().setOcopStars(6)),
                Arguments.of(OUT_OF_RANGE, "ocop_valid_to", aListingEvent().setOcopValidTo(LocalDate.of(1990, 1, 1))));
    }

    private static ListingEvent.Builder aListingEvent() {
        return ListingEvent.newBuilder()
                .setEventId("event-1")
                .setPlatform("shopee")
                .setListingId("listing-1")
                .setSellerId("seller-a")
                .setKind(ListingEventKind.PUBLISHED)
                .setOccurredAt(OCCURRED_AT);
    }

    private ListingChange accepted(ListingEvent event) {
        return ((Decoded.Accepted<ListingChange>) decoder.decode(Records.of(event))).value();
    }
}
