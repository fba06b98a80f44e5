package vn.nhipcho.watch;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.nhipcho.event.AlertState;
import vn.nhipcho.event.SellerAlert;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.AvroEncoder;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.SchemaRegistryClient;

/** Writes each transition of an alert to {@code market.alerts.v1}, keyed by the alert. */
public final class AlertSerializer implements KafkaRecordSerializationSchema<AlertRow> {
    private final RegistryConfig registry;
    private transient AvroEncoder<SellerAlert> encoder;

    public AlertSerializer(RegistryConfig registry) {
        this.registry = registry;
    }

    @Override
    public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        encoder = AvroEncoder.patient(new SchemaRegistryClient(registry), Topics.ALERTS, SellerAlert.getClassSchema());
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(AlertRow alert, KafkaSinkContext context, Long timestamp) {
        byte[] key = alert.about().alertId().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(Topics.ALERTS, key, encoder.encode(toAvro(alert)));
    }

    static SellerAlert toAvro(AlertRow alert) {
        return SellerAlert.newBuilder()
                .setAlertId(alert.about().alertId())
                .setTransitionId(alert.transitionId())
                .setRule(alert.about().rule())
                .setSubject(alert.about().subject())
                .setSellerId(orNull(alert.about().sellerId()))
                .setState(AlertState.valueOf(alert.state()))
                .setSeverity(alert.severity().toLowerCase(Locale.ROOT))
                .setOpenedAt(Instant.ofEpochMilli(alert.about().openedAt()))
                .setChangedAt(Instant.ofEpochMilli(alert.changedAt()))
                .setReasonVi(alert.about().reasonVi())
                .setReasonEn(alert.about().reasonEn())
                .setEvidence(alert.about().evidence())
                .setPlatform(orNull(alert.about().platform()))
                .setShopId(orNull(alert.about().shopId()))
                .setOrderIds(List.copyOf(alert.about().orderIds()))
                .setDeadline(
                        alert.about().deadline() == null
                                ? null
                                : Instant.ofEpochMilli(alert.about().deadline()))
                .setValue(
                        alert.about().value() == null
                                ? null
                                : BigDecimal.valueOf(alert.about().value(), 2))
                .setCause(orNull(alert.about().cause()))
                .setNextStep(orNull(alert.about().nextStep()))
                .setDistrict(alert.about().attribution().place().district())
                .setCommune(alert.about().attribution().place().commune())
                .setEnteredLate(alert.enteredLate())
                .build();
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
