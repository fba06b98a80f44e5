package vn.nhipcho.evaluation;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.ListingEvent;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.marketplace.StatusMap;
import vn.nhipcho.model.Topics;
import vn.nhipcho.reference.AdminUnits;
import vn.nhipcho.registry.ConfluentWire;
import vn.nhipcho.registry.SchemaLookup;
import vn.nhipcho.registry.SchemaSource;
import vn.nhipcho.seller.SellerEvent;
import vn.nhipcho.simulation.TimedEvent;
import vn.nhipcho.source.AccountDecoder;
import vn.nhipcho.source.Decoded;
import vn.nhipcho.source.ListingDecoder;
import vn.nhipcho.source.OrderDecoder;
import vn.nhipcho.source.RawRecord;

/** Passes a season's events through the bytes and decoders of the job, so that it is judged by what the job would see. */
public final class DecodedSeason {
    private static final int SCHEMA_ID = 1;
    private static final String CURRENCY = "VND";

    private final OrderDecoder orders =
            new OrderDecoder(only(OrderEvent.getClassSchema()), StatusMap.load()::canonical, CURRENCY);
    private final ListingDecoder listings = new ListingDecoder(only(ListingEvent.getClassSchema()));
    private final AccountDecoder accounts;
    private final Map<String, Long> offsets = new HashMap<>();

    public DecodedSeason(ZoneId zone) {
        accounts = new AccountDecoder(only(AccountEvent.getClassSchema()), AdminUnits.load()::place, zone);
    }

    public SellerEvent decode(TimedEvent event) {
        RawRecord record = record(event);
        return switch (event.topic()) {
            case Topics.ORDERS -> {
                var push = accepted(orders.decode(record));
                yield new SellerEvent(push.sellerId(), push, null, null);
            }
            case Topics.ACCOUNTS -> {
                var account = accepted(accounts.decode(record));
                yield new SellerEvent(account.sellerId(), null, account, null);
            }
            case Topics.LISTINGS -> {
                var listing = accepted(listings.decode(record));
                yield new SellerEvent(listing.sellerId(), null, null, listing);
            }
            default -> throw new IllegalArgumentException("no decoder for topic " + event.topic());
        };
    }

    /** Of which seller an event is, without decoding it. */
    static String sellerOf(SpecificRecord event) {
        return (String) event.get(event.getSchema().getField("seller_id").pos());
    }

    private RawRecord record(TimedEvent event) {
        long offset = offsets.merge(event.topic(), 1L, Long::sum) - 1;
        long at = event.occurredAt().toEpochMilli();
        byte[] value = ConfluentWire.encode(SCHEMA_ID, event.event());
        return new RawRecord(event.topic(), 0, offset, at, null, value, 1);
    }

    private static <T> T accepted(Decoded<T> decoded) {
        if (decoded instanceof Decoded.Accepted<T> accepted) {
            return accepted.value();
        }
        var letter = ((Decoded.Refused<T>) decoded).letter();
        throw new IllegalStateException("a simulated event was refused: " + letter.reason() + ", " + letter.detail());
    }

    private static SchemaSource only(Schema schema) {
        return id -> new SchemaLookup.Found(schema);
    }
}
