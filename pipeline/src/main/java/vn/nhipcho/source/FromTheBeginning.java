package vn.nhipcho.source;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * A partition that no savepoint knows is read from its oldest record. Flink's own {@code earliest()} would also go back
 * to the oldest record, without a word, when retention has overtaken a savepoint.
 */
// The connector's interface asks for Kafka's deprecated enum.
@SuppressWarnings("deprecation")
record FromTheBeginning(LostRecords lost) implements OffsetsInitializer {
    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
        return partitions.stream()
                .collect(Collectors.toMap(Function.identity(), partition -> KafkaPartitionSplit.EARLIEST_OFFSET));
    }

    @Override
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return lost == LostRecords.SKIP ? OffsetResetStrategy.EARLIEST : OffsetResetStrategy.NONE;
    }
}
