package vn.nhipcho.source;

import static vn.nhipcho.deadletter.DeadLetterReason.NOT_CONFLUENT_FORMAT;
import static vn.nhipcho.deadletter.DeadLetterReason.TOO_LARGE;
import static vn.nhipcho.deadletter.DeadLetterReason.UNDECODABLE;

import java.io.IOException;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import vn.nhipcho.model.EventRow;
import vn.nhipcho.registry.ConfluentWire;
import vn.nhipcho.registry.GeneratedClasses;
import vn.nhipcho.registry.SchemaSource;

/** The part of decoding that all events share: from the bytes of a record to the generated class, and its refusals. */
final class EventReader<E extends SpecificRecord> {
    static final int MOST_BYTES = 1_000_000;
    private static final XXHash64 HASH = XXHashFactory.fastestJavaInstance().hash64();
    private static final int MOST_DETAIL_CHARS = 200;

    static {
        GeneratedClasses.trust();
    }

    private final String step;
    private final WriterSchemas<E> schemas;
    private final EventJson json = new EventJson();
    private BinaryDecoder decoder;

    EventReader(String step, SchemaSource registry, Schema expected) {
        this.step = step;
        this.schemas = new WriterSchemas<>(registry, expected);
    }

    /** Checks an event field by field and gives its canonical form; throws a {@link Refusal}. */
    interface Checks<E, T> {
        T check(E event, RawRecord record, long payloadHash);
    }

    /** Tells the history row of an event that passed. */
    interface History<T> {
        EventRow row(T value, RawRecord record, String event);
    }

    <T> Decoded<T> decode(RawRecord record, Checks<E, T> checks, History<T> history) {
        Integer schemaId = null;
        try {
            byte[] value = framed(record.value());
            schemaId = ConfluentWire.schemaId(value);
            E event = read(schemas.reader(schemaId), value);
            T accepted = checks.check(event, record, hash(value));
            return new Decoded.Accepted<>(accepted, history.row(accepted, record, json.of(event)));
        } catch (Refusal refusal) {
            return new Decoded.Refused<>(record.reject(refusal.reason(), step, schemaId, refusal.getMessage()));
        }
    }

    /** The event as it was written, its fields not checked; throws a {@link Refusal}. */
    E unchecked(byte[] value) {
        byte[] framed = framed(value);
        return read(schemas.reader(ConfluentWire.schemaId(framed)), framed);
    }

    private static byte[] framed(byte[] value) {
        if (value == null) {
            throw new Refusal(NOT_CONFLUENT_FORMAT, "there is no value; a tombstone means nothing in this topic");
        }
        if (value.length > MOST_BYTES) {
            throw new Refusal(TOO_LARGE, "the value has " + value.length + " bytes, more than " + MOST_BYTES);
        }
        if (!ConfluentWire.isFramed(value)) {
            throw new Refusal(NOT_CONFLUENT_FORMAT, "the value does not begin with a zero byte and a schema id");
        }
        return value;
    }

    private E read(DatumReader<E> reader, byte[] value) {
        int length = value.length - ConfluentWire.HEADER_BYTES;
        decoder = DecoderFactory.get().binaryDecoder(value, ConfluentWire.HEADER_BYTES, length, decoder);
        E event;
        boolean atEnd;
        try {
            event = reader.read(null, decoder);
            atEnd = decoder.isEnd();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            decoder = null;
            throw new Refusal(UNDECODABLE, head("the bytes do not follow their schema: " + e));
        }
        if (!atEnd) {
            throw new Refusal(UNDECODABLE, "there are bytes left after the event");
        }
        return event;
    }

    /** Of the event alone: its schema's id may differ between two registries, or two sendings. */
    private static long hash(byte[] value) {
        return HASH.hash(value, ConfluentWire.HEADER_BYTES, value.length - ConfluentWire.HEADER_BYTES, 0);
    }

    private static String head(String text) {
        return text.length() <= MOST_DETAIL_CHARS ? text : text.substring(0, MOST_DETAIL_CHARS);
    }
}
