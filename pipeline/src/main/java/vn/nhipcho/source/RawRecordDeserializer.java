package vn.nhipcho.source;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Takes every record as it is, whatever it holds: a source that throws would restart the job for ever. */
final class RawRecordDeserializer implements KafkaRecordDeserializationSchema<RawRecord> {
    private static final int MOST_DIGITS = 6;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
        out.collect(new RawRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                attempt(record.headers().lastHeader(RawRecord.ATTEMPT_HEADER))));
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return TypeInformation.of(RawRecord.class);
    }

    private static int attempt(Header header) {
        if (header == null || header.value() == null) {
            return 1;
        }
        String text = new String(header.value(), StandardCharsets.US_ASCII);
        boolean isNumber = text.length() <= MOST_DIGITS && text.matches("[0-9]+");
        return isNumber ? Math.max(1, Integer.parseInt(text)) : 1;
    }
}
