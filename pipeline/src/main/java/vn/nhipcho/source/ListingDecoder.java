package vn.nhipcho.source;

import static vn.nhipcho.deadletter.DeadLetterReason.OUT_OF_RANGE;

import java.time.LocalDate;
import java.util.Locale;
import vn.nhipcho.event.ListingEvent;
import vn.nhipcho.model.EventRow;
import vn.nhipcho.model.ListingChange;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.SchemaSource;

/** Decodes and checks records of {@code market.listings.v1}. */
public final class ListingDecoder implements EventDecoder<ListingChange> {
    public static final String STEP = "decode-listings";
    private static final int MOST_STARS = 5;

    private final EventReader<ListingEvent> reader;

    public ListingDecoder(SchemaSource registry) {
        this.reader = new EventReader<>(STEP, registry, ListingEvent.getClassSchema());
    }

    @Override
    public Decoded<ListingChange> decode(RawRecord record) {
        return reader.decode(record, ListingDecoder::check, ListingDecoder::history);
    }

    private static ListingChange check(ListingEvent event, RawRecord record, long payloadHash) {
        String listingId = Texts.required("listing_id", event.getListingId());
        String productId = Texts.optional("product_id", event.getProductId());
        return new ListingChange(
                Texts.required("platform", event.getPlatform()).toLowerCase(Locale.ROOT),
                listingId,
                Texts.required("seller_id", event.getSellerId()),
                Texts.required("event_id", event.getEventId()),
                event.getKind().name(),
                Times.past("occurred_at", event.getOccurredAt(), record.timestamp()),
                payloadHash,
                productId == null ? listingId : productId,
                Texts.optional("commodity", event.getCommodity()),
                Amounts.moneyOrNull("price", event.getPrice()),
                Texts.optional("unit", event.getUnit()),
                Amounts.quantityOrNull("stock", event.getStock()),
                stars(event.getOcopStars()),
                Texts.optional("ocop_certificate", event.getOcopCertificate()),
                day("ocop_valid_from", event.getOcopValidFrom()),
                day("ocop_valid_to", event.getOcopValidTo()),
                record.source());
    }

    private static Integer stars(Integer told) {
        if (told != null && (told < 0 || told > MOST_STARS)) {
            throw new Refusal(OUT_OF_RANGE, "ocop_stars is " + told + ", not within 0 and " + MOST_STARS);
        }
        return told;
    }

    private static Integer day(String field, LocalDate told) {
        LocalDate day = Times.dayOrNull(field, told);
        return day == null ? null : (Integer) Math.toIntExact(day.toEpochDay());
    }

    private static EventRow history(ListingChange change, RawRecord record, String event) {
        return new EventRow(
                Topics.LISTINGS,
                change.platform() + ":" + change.listingId(),
                change.sellerId(),
                change.eventId(),
                change.occurredAt(),
                change.payloadHash(),
                record.timestamp(),
                event);
    }
}
