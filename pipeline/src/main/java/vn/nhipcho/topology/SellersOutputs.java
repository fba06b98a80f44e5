package vn.nhipcho.topology;

import java.time.Duration;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerConfig;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Tables;
import vn.nhipcho.config.SellersJobConfig;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.model.AttemptStart;
import vn.nhipcho.model.FreshnessRow;
import vn.nhipcho.model.IngestLedgerRow;
import vn.nhipcho.model.ListingRow;
import vn.nhipcho.model.SellerDayRow;
import vn.nhipcho.model.SellerRow;
import vn.nhipcho.model.SellerShopRow;
import vn.nhipcho.model.SellerStageRow;
import vn.nhipcho.model.Topics;
import vn.nhipcho.source.KafkaConfig;
import vn.nhipcho.watch.AlertSerializer;

/** Everything the sellers job writes. */
public record SellersOutputs(
        Table<SellerRow> sellers,
        Table<SellerStageRow> sellerStages,
        Table<SellerDayRow> sellerDays,
        Table<ListingRow> listings,
        Table<SellerShopRow> sellerShops,
        Table<AlertRow> alerts,
        Table<IngestLedgerRow> ingestLedger,
        Table<FreshnessRow> freshness,
        KafkaSink<AlertRow> alertTopic) {
    /** As long as a job may be away between two attempts without losing what it has handed over. */
    public static final Duration TRANSACTION_TIMEOUT = Duration.ofDays(7);

    public static SellersOutputs of(SellersJobConfig config) {
        ClickHouseConfig clickhouse = config.shared().clickhouse();
        return new SellersOutputs(
                Table.of(clickhouse, Tables.SELLERS),
                Table.of(clickhouse, Tables.SELLER_STAGES),
                Table.of(clickhouse, Tables.SELLER_DAYS),
                Table.of(clickhouse, Tables.LISTINGS),
                Table.of(clickhouse, Tables.SELLER_SHOPS),
                Table.of(clickhouse, Tables.ALERTS),
                Table.of(clickhouse, Tables.INGEST_LEDGER),
                Table.of(clickhouse, Tables.FRESHNESS),
                // A transition that was sent twice would ring twice at somebody's door.
                KafkaSink.<AlertRow>builder()
                        .setKafkaProducerConfig(inTransactions(config.shared().kafka()))
                        .setBootstrapServers(config.shared().kafka().bootstrapServers())
                        .setRecordSerializer(new AlertSerializer(config.shared().registry()))
                        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                        .setTransactionalIdPrefix("nhip-cho-" + Topics.ALERTS)
                        .build());
    }

    /** The rows of one seller share their version over all tables, and so does every row of an alert. */
    AttemptStart start() {
        return sellers.start()
                .or(sellerStages.start())
                .or(sellerDays.start())
                .or(listings.start())
                .or(sellerShops.start())
                .or(alerts.start());
    }

    void send(DataStream<AlertRow> transitions) {
        transitions.sinkTo(alertTopic).setParallelism(1).name(Topics.ALERTS).uid("topic-alerts");
    }

    private static Properties inTransactions(KafkaConfig kafka) {
        var properties = new Properties();
        properties.putAll(kafka.properties());
        properties.setProperty(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Long.toString(TRANSACTION_TIMEOUT.toMillis()));
        return properties;
    }
}
