package vn.nhipcho.importer;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.ListingEvent;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.model.Topics;

/** An event with the topic and the key it is sent under; the key decides the partition, so one key never changes it. */
public record ImportedEvent(String topic, String key, Instant occurredAt, SpecificRecord event) {

    public static ImportedEvent of(OrderEvent order) {
        String key = order.getPlatform() + ":" + order.getOrderId();
        return new ImportedEvent(Topics.ORDERS, key, order.getOccurredAt(), order);
    }

    public static ImportedEvent of(AccountEvent account) {
        return new ImportedEvent(Topics.ACCOUNTS, account.getSellerId(), account.getOccurredAt(), account);
    }

    public static ImportedEvent of(ListingEvent listing) {
        String key = listing.getPlatform() + ":" + listing.getListingId();
        return new ImportedEvent(Topics.LISTINGS, key, listing.getOccurredAt(), listing);
    }
}
