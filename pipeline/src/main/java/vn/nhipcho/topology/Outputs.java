package vn.nhipcho.topology;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Tables;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.deadletter.DeadLetterSerializer;
import vn.nhipcho.deadletter.DeadLetters;
import vn.nhipcho.deadletter.Rejected;
import vn.nhipcho.model.CellRow;
import vn.nhipcho.model.DeadLetterRow;
import vn.nhipcho.model.EventRow;
import vn.nhipcho.model.FreshnessRow;
import vn.nhipcho.model.IngestLedgerRow;
import vn.nhipcho.model.OrderLineRow;
import vn.nhipcho.model.OrderPartRow;
import vn.nhipcho.model.Topics;

/** Everything the sales job writes. */
public record Outputs(
        Table<CellRow> sales,
        Table<CellRow> successes,
        Table<OrderLineRow> orderLines,
        Table<OrderPartRow> orderParts,
        Table<EventRow> orderEvents,
        Table<EventRow> accountEvents,
        Table<EventRow> listingEvents,
        Table<IngestLedgerRow> ingestLedger,
        Table<FreshnessRow> freshness,
        Table<DeadLetterRow> deadLetterRows,
        Sink<Rejected> deadLetterTopic) {

    public static Outputs of(JobConfig config) {
        ClickHouseConfig clickhouse = config.clickhouse();
        return new Outputs(
                Table.of(clickhouse, Tables.SALES_HOURLY),
                Table.of(clickhouse, Tables.SUCCESSES_HOURLY),
                Table.of(clickhouse, Tables.ORDER_LINES),
                Table.of(clickhouse, Tables.ORDER_PARTS),
                Table.of(clickhouse, Tables.ORDER_EVENTS),
                Table.of(clickhouse, Tables.ACCOUNT_EVENTS),
                Table.of(clickhouse, Tables.LISTING_EVENTS),
                Table.of(clickhouse, Tables.INGEST_LEDGER),
                Table.of(clickhouse, Tables.FRESHNESS),
                Table.of(clickhouse, Tables.DEAD_LETTERS),
                // At least once is enough: topic, partition and offset tell a dead letter that is there twice.
                KafkaSink.<Rejected>builder()
                        .setKafkaProducerConfig(config.kafka().properties())
                        .setBootstrapServers(config.kafka().bootstrapServers())
                        .setRecordSerializer(new DeadLetterSerializer(config.registry()))
                        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                        .build());
    }

    /** Facts, totals and what was refused go to the shadow tables; the rest a rebuild has no use for. */
    public static Outputs ofShadow(ClickHouseConfig clickhouse) {
        return new Outputs(
                Table.ofShadow(clickhouse, Tables.SALES_HOURLY),
                Table.ofShadow(clickhouse, Tables.SUCCESSES_HOURLY),
                Table.ofShadow(clickhouse, Tables.ORDER_LINES),
                Table.ofShadow(clickhouse, Tables.ORDER_PARTS),
                Table.dropping(Tables.ORDER_EVENTS),
                Table.dropping(Tables.ACCOUNT_EVENTS),
                Table.dropping(Tables.LISTING_EVENTS),
                Table.dropping(Tables.INGEST_LEDGER),
                Table.dropping(Tables.FRESHNESS),
                Table.ofShadow(clickhouse, Tables.DEAD_LETTERS),
                new DiscardingSink<>());
    }

    void writeDeadLetters(DataStream<Rejected> rejected) {
        rejected.sinkTo(deadLetterTopic)
                .setParallelism(rejected.getParallelism())
                .name(Topics.DEAD_LETTERS)
                .uid("topic-dead-letters");
        deadLetterRows.write(rejected.map(DeadLetters::toRow)
                .returns(DeadLetterRow.class)
                .setParallelism(rejected.getParallelism())
                .name("dead letter row")
                .uid("dead-letter-row"));
    }
}
