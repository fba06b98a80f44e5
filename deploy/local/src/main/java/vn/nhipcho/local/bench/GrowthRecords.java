package vn.nhipcho.local.bench;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import vn.nhipcho.registry.AvroEncoder;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.SchemaRegistryClient;
import vn.nhipcho.source.RawRecord;

/** Makes the records of a topic as Kafka would hand them over, without Kafka: one for each number from 0 on. */
final class GrowthRecords extends RichMapFunction<Long, RawRecord> {
    private static final long serialVersionUID = 1L;
    /** As many as the steps behind have subtasks: each is given the records of one, in their order. */
    private static final int PARTITIONS = 2;
    /** After all that the events tell of. They arrive a thousand a second, so that the ledger has as many minutes as with Kafka. */
    private static final long FIRST_ARRIVAL =
            Instant.parse("2025-07-01T00:00:00Z").toEpochMilli();

    private final String topic;
    private final Maker maker;
    private final RegistryConfig registry;
    private transient AvroEncoder<SpecificRecord> encoder;

    /** The event with a number; the same for the same. */
    @FunctionalInterface
    interface Maker extends Serializable {
        SpecificRecord make(long number);
    }

    private GrowthRecords(String topic, Maker maker, RegistryConfig registry) {
        this.topic = topic;
        this.maker = maker;
        this.registry = registry;
    }

    static DataStream<RawRecord> of(
            StreamExecutionEnvironment env, String topic, long records, Maker maker, RegistryConfig registry) {
        return env.fromSequence(0, records - 1)
                .setParallelism(1)
                .uid("source-" + topic)
                .map(new GrowthRecords(topic, maker, registry))
                .returns(RawRecord.class)
                .setParallelism(1)
                .uid("records-" + topic);
    }

    @Override
    public void open(OpenContext context) {
        encoder = AvroEncoder.patient(
                new SchemaRegistryClient(registry), topic, maker.make(0).getSchema());
    }

    @Override
    public RawRecord map(Long number) {
        return new RawRecord(
                topic,
                (int) (number % PARTITIONS),
                number / PARTITIONS,
                FIRST_ARRIVAL + number,
                Long.toString(number).getBytes(StandardCharsets.UTF_8),
                encoder.encode(maker.make(number)),
                1);
    }
}
