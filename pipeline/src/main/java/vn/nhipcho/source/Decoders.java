package vn.nhipcho.source;

import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import vn.nhipcho.marketplace.StatusMap;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.ListingChange;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.Topics;
import vn.nhipcho.reference.AdminUnits;
import vn.nhipcho.registry.Backoff;
import vn.nhipcho.registry.PatientSchemaSource;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.SchemaRegistryClient;
import vn.nhipcho.registry.SchemaSource;

/** The decoders as a job runs them: with the real registry, status map and boundaries. */
public final class Decoders {
    private Decoders() {}

    public static EventDecoder.Factory<OrderPush> orders(RegistryConfig registry, String currency) {
        return () -> new OrderDecoder(schemas(registry), StatusMap.load()::canonical, currency);
    }

    public static EventDecoder.Factory<AccountChange> accounts(RegistryConfig registry, ZoneId zone) {
        return () -> new AccountDecoder(schemas(registry), AdminUnits.load()::place, zone);
    }

    public static EventDecoder.Factory<ListingChange> listings(RegistryConfig registry) {
        return () -> new ListingDecoder(schemas(registry));
    }

    /** All of them by topic, for a command: where a job waits for the registry, it fails. */
    public static Map<String, EventDecoder<?>> byTopic(SchemaSource registry, String currency, ZoneId zone) {
        return Map.of(
                Topics.ORDERS, new OrderDecoder(registry, StatusMap.load()::canonical, currency),
                Topics.ACCOUNTS, new AccountDecoder(registry, AdminUnits.load()::place, zone),
                Topics.LISTINGS, new ListingDecoder(registry));
    }

    private static SchemaSource schemas(RegistryConfig registry) {
        return new PatientSchemaSource(new SchemaRegistryClient(registry), Backoff.DEFAULT, new Random());
    }
}
