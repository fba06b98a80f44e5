package vn.nhipcho.local.deadletter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import vn.nhipcho.event.DeadLetter;
import vn.nhipcho.local.Failure;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.ConfluentWire;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.SchemaLookup;
import vn.nhipcho.registry.SchemaRegistryClient;
import vn.nhipcho.source.KafkaConfig;

/** Reads the dead-letters topic through; it holds the letters of some days, so that is quick. */
public final class DeadLetterTopic {
    private final KafkaConfig kafka;
    private final SchemaRegistryClient registry;

    public DeadLetterTopic(KafkaConfig kafka, RegistryConfig registry) {
        this.kafka = kafka;
        this.registry = new SchemaRegistryClient(registry);
    }

    /** More than one where files of the same name, or several attempts, had the same position. */
    public List<DeadLetter> at(Position position) {
        List<DeadLetter> found = new ArrayList<>();
        each(letter -> {
            if (position.equals(Position.of(letter))) {
                found.add(letter);
            }
        });
        return found;
    }

    /** Those of one source topic come in the order in which they were refused. */
    public void each(Consumer<DeadLetter> each) {
        try {
            WholeTopic.read(kafka.properties(), Topics.DEAD_LETTERS, record -> each.accept(decode(record)));
        } catch (KafkaException e) {
            throw new Failure("Kafka at " + kafka.bootstrapServers() + " cannot be read", e);
        }
    }

    private DeadLetter decode(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (!(registry.byId(ConfluentWire.schemaId(value)) instanceof SchemaLookup.Found written)) {
            throw new Failure("The registry has no schema for the dead letter at offset " + record.offset());
        }
        var reader = new SpecificDatumReader<DeadLetter>(written.schema(), DeadLetter.getClassSchema());
        var decoder = DecoderFactory.get()
                .binaryDecoder(value, ConfluentWire.HEADER_BYTES, value.length - ConfluentWire.HEADER_BYTES, null);
        try {
            return reader.read(null, decoder);
        } catch (IOException e) {
            throw new Failure("The dead letter at offset " + record.offset() + " cannot be read", e);
        }
    }
}
