package vn.nhipcho.source;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.deadletter.DeadLetterReason.IN_THE_FUTURE;
import static vn.nhipcho.deadletter.DeadLetterReason.MISSING_FIELD;
import static vn.nhipcho.deadletter.DeadLetterReason.OUT_OF_RANGE;
import static vn.nhipcho.fixture.AnOrderEvent.OCCURRED_AT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.AccountEventKind;
import vn.nhipcho.event.SellerType;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.Place;
import vn.nhipcho.reference.AdminUnits;

class AccountDecoderTest {
    private static final Place PHUNG_HIEP = new Place("92", "934", "31420");

    private final List<List<Object>> asked = new ArrayList<>();
    private final AccountDecoder decoder = new AccountDecoder(
            Records.registryWith(AccountEvent.getClassSchema()),
            (commune, day, district, province) -> {
                asked.add(Arrays.asList(commune, day, district, province));
                return PHUNG_HIEP;
            },
            ZoneId.of("Asia/Ho_Chi_Minh"));

    @Test
    void acceptsAnAccountWithItsPlaceLookedUp() {
        var event = anAccountEvent()
                .setSellerType(SellerType.COOPERATIVE)
                .setPlatform("Shopee")
                .setShopId("shop-1")
                .setHouseholdKey("h-1")
                .setCommuneCode("31420")
                .setCommuneValidOn(LocalDate.of(2024, 5, 1))
                .setDistrictCode("934")
                .setProvinceCode("93")
                .setCooperativeId("htx-1")
                .build();
        var change = accepted(event);
        assertThat(change)
                .isEqualTo(new AccountChange(
                        "seller-a",
                        "event-1",
                        "ACTIVATED",
                        OCCURRED_AT.toEpochMilli(),
                        change.payloadHash(),
                        "COOPERATIVE",
                        PHUNG_HIEP,
                        "htx-1",
                        "shopee",
                        "shop-1",
                        "h-1",
                        Records.of(event).source()));
        assertThat(asked).containsExactly(List.of("31420", LocalDate.of(2024, 5, 1), "934", "93"));
    }

    @Test
    void takesTheDayOfTheEventInTheBusinessZoneWhenNoneIsTold() {
        accepted(anAccountEvent()
                .setOccurredAt(Instant.parse("2025-03-09T18:30:00Z"))
                .setCommuneCode("31420")
                .build());
        assertThat(asked).containsExactly(Arrays.asList("31420", LocalDate.of(2025, 3, 10), null, null));
    }

    @Test
    void asksForNoPlaceWhenNoneIsTold() {
        assertThat(accepted(anAccountEvent().setCommuneCode(" ").build()).place())
                .isNull();
        assertThat(asked).isEmpty();
    }

    @Test
    void tellsNoCooperativeFromNothingSaid() {
        assertThat(accepted(anAccountEvent().setCooperativeId("").build()).cooperativeId())
                .isEmpty();
        assertThat(accepted(anAccountEvent().build()).cooperativeId()).isNull();
    }

    @Test
    void acceptsACommuneThatNobodyKnows() {
        var real = new AccountDecoder(
                Records.registryWith(AccountEvent.getClassSchema()),
                AdminUnits.load()::place,
                ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(real.decode(Records.of(anAccountEvent()
                        .setCommuneCode("00000")
                        .setProvinceCode("93")
                        .build())))
                .isInstanceOfSatisfying(Decoded.Accepted.class, accepted -> assertThat(
                                ((AccountChange) accepted.value()).place().commune())
                        .isEqualTo(Place.UNKNOWN));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void refusesWhatTheRulesCannotUse(DeadLetterReason reason, String detail, AccountEvent.Builder event) {
        assertThat(decoder.decode(Records.of(event.build()))).isInstanceOfSatisfying(Decoded.Refused.class, refused -> {
            assertThat(refused.letter().reason()).isEqualTo(reason);
            assertThat(refused.letter().step()).isEqualTo("decode-accounts");
            assertThat(refused.letter().detail()).contains(detail);
        });
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(MISSING_FIELD, "seller_id", anAccountEvent().setSellerId("")),
                Arguments.of(MISSING_FIELD, "event_id", anAccountEvent().setEventId("")),
                Arguments.of(
                        IN_THE_FUTURE,
                        "occurred_at",
                        anAccountEvent().setOccurredAt(Instant.parse("2099-01-01T00:00:00Z"))),
                Arguments.of(
                        OUT_OF_RANGE,
                        "commune_valid_on",
                        anAccountEvent().setCommuneCode("31420").setCommuneValidOn(LocalDate.of(9999, 1, 1))));
    }

    private static AccountEvent.Builder anAccountEvent() {
        return AccountEvent.newBuilder()
                .setEventId("event-1")
                .setSellerId("seller-a")
                .setKind(AccountEventKind.ACTIVATED)
                .setOccurredAt(OCCURRED_AT);
    }

    private AccountChange accepted(AccountEvent event) {
        return ((Decoded.Accepted<AccountChange>) decoder.decode(Records.of(event))).value();
    }
}
