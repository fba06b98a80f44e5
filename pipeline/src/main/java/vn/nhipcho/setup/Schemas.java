package vn.nhipcho.setup;

import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.DeadLetter;
import vn.nhipcho.event.ListingEvent;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.SellerAlert;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.AvroEncoder;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.SchemaRegistryClient;

/** The topics of the product and the schema of each. */
public final class Schemas {
    private static final Map<String, Schema> BY_TOPIC = Map.of(
            Topics.ORDERS, OrderEvent.getClassSchema(),
            Topics.ACCOUNTS, AccountEvent.getClassSchema(),
            Topics.LISTINGS, ListingEvent.getClassSchema(),
            Topics.ALERTS, SellerAlert.getClassSchema(),
            Topics.DEAD_LETTERS, DeadLetter.getClassSchema());

    private Schemas() {}

    public static Set<String> topics() {
        return BY_TOPIC.keySet();
    }

    /** What is there already is left as it is. */
    public static void register(RegistryConfig config) {
        var registry = new SchemaRegistryClient(config);
        BY_TOPIC.forEach((topic, schema) -> new AvroEncoder<>(registry, topic, schema));
    }
}
