package vn.nhipcho.source;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.EventRow;
import vn.nhipcho.model.Place;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.SchemaSource;

/** Decodes and checks records of {@code market.accounts.v1} and looks up the seller's place. */
public final class AccountDecoder implements EventDecoder<AccountChange> {
    public static final String STEP = "decode-accounts";

    private final EventReader<AccountEvent> reader;
    private final PlaceLookup places;
    private final ZoneId zone;

    /** @param zone the business zone, in which the day of an event is told */
    public AccountDecoder(SchemaSource registry, PlaceLookup places, ZoneId zone) {
        this.reader = new EventReader<>(STEP, registry, AccountEvent.getClassSchema());
        this.places = places;
        this.zone = zone;
    }

    @Override
    public Decoded<AccountChange> decode(RawRecord record) {
        return reader.decode(record, this::check, AccountDecoder::history);
    }

    private AccountChange check(AccountEvent event, RawRecord record, long payloadHash) {
        String platform = Texts.optional("platform", event.getPlatform());
        return new AccountChange(
                Texts.required("seller_id", event.getSellerId()),
                Texts.required("event_id", event.getEventId()),
                event.getKind().name(),
                Times.past("occurred_at", event.getOccurredAt(), record.timestamp()),
                payloadHash,
                event.getSellerType() == null ? null : event.getSellerType().name(),
                place(event),
                Texts.optionalOrEmpty("cooperative_id", event.getCooperativeId()),
                platform == null ? null : platform.toLowerCase(Locale.ROOT),
                Texts.optional("shop_id", event.getShopId()),
                Texts.optional("household_key", event.getHouseholdKey()),
                record.source());
    }

    private Place place(AccountEvent event) {
        String commune = Texts.optional("commune_code", event.getCommuneCode());
        String district = Texts.optional("district_code", event.getDistrictCode());
        String province = Texts.optional("province_code", event.getProvinceCode());
        LocalDate told = Times.dayOrNull("commune_valid_on", event.getCommuneValidOn());
        if (commune == null && district == null && province == null) {
            return null;
        }
        LocalDate day = told != null ? told : LocalDate.ofInstant(event.getOccurredAt(), zone);
        return places.place(commune, day, district, province);
    }

    private static EventRow history(AccountChange change, RawRecord record, String event) {
        return new EventRow(
                Topics.ACCOUNTS,
                change.sellerId(),
                change.sellerId(),
                change.eventId(),
                change.occurredAt(),
                change.payloadHash(),
                record.timestamp(),
                event);
    }
}
