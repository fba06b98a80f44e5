package vn.nhipcho.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.ShadowEvents;
import vn.nhipcho.importer.JsonEvents;
import vn.nhipcho.importer.RowRejected;
import vn.nhipcho.registry.AvroEncoder;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.SchemaRegistryClient;
import vn.nhipcho.source.RawRecord;
import vn.nhipcho.source.UncheckedEvents;

/**
 * Slices of the shadow events to the records that the topics had: the job decodes and judges them as it does those of
 * Kafka. Partition and offset are slice and place in it.
 */
final class ReadEvents extends RichFlatMapFunction<Integer, RawRecord> {
    private static final ObjectReader JSON = new ObjectMapper().reader();

    private final ClickHouseConfig clickhouse;
    private final RegistryConfig registry;
    /** Milliseconds; what happened later than this is of the future. */
    private final long readAt;

    private transient ShadowEvents events;
    private transient JsonEvents json;
    private transient Map<String, AvroEncoder<SpecificRecord>> encoders;

    ReadEvents(ClickHouseConfig clickhouse, RegistryConfig registry, long readAt) {
        this.clickhouse = clickhouse;
        this.registry = registry;
        this.readAt = readAt;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        events = ShadowEvents.open(clickhouse);
        json = new JsonEvents(ZoneOffset.UTC);
        encoders = new HashMap<>();
        var client = new SchemaRegistryClient(registry);
        UncheckedEvents.SCHEMAS.forEach(
                (topic, schema) -> encoders.put(topic, new AvroEncoder<>(client, topic, schema)));
    }

    @Override
    public void flatMap(Integer slice, Collector<RawRecord> out) throws Exception {
        long[] offset = {0};
        events.read(
                slice,
                (topic, event) -> out.collect(new RawRecord(
                        topic,
                        slice,
                        offset[0]++,
                        readAt,
                        null,
                        encoders.get(topic).encode(read(topic, event)),
                        1)));
    }

    private SpecificRecord read(String topic, String event) {
        try {
            JsonNode tree = JSON.readTree(event);
            return json.read(tree, UncheckedEvents.SCHEMAS.get(topic));
        } catch (JsonProcessingException | RowRejected e) {
            throw new IllegalStateException(
                    "the history holds an event of " + topic + " that this release cannot read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws Exception {
        if (events != null) {
            events.close();
        }
    }
}
