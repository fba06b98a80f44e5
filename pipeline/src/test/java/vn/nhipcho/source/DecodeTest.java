package vn.nhipcho.source;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.fixture.AnOrderEvent.anOrderEvent;

import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.OrderStatus;

class DecodeTest {
    @Test
    void parsesGoodRecordsAndPutsPoisonAside() throws Exception {
        var decode = new Decode<OrderPush>(() -> new OrderDecoder(
                Records.registryWith(OrderEvent.getClassSchema()), (platform, raw) -> OrderStatus.UNKNOWN, "VND"));
        try (var harness = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(decode))) {
            harness.open();
            harness.processElement(Records.of(anOrderEvent().build()), Records.TIMESTAMP);
            harness.processElement(Records.of(new byte[] {1, 2, 3}), Records.TIMESTAMP);
            harness.processElement(
                    Records.of(anOrderEvent().setEventId("push-2").build()), Records.TIMESTAMP);

            assertThat(harness.extractOutputValues())
                    .extracting(OrderPush::eventId)
                    .containsExactly("push-1", "push-2");
            assertThat(harness.getSideOutput(Decode.HISTORY))
                    .extracting(row -> row.getValue().eventId())
                    .containsExactly("push-1", "push-2");
            assertThat(harness.getSideOutput(Decode.REJECTED))
                    .extracting(letter -> letter.getValue().reason())
                    .containsExactly(DeadLetterReason.NOT_CONFLUENT_FORMAT);
        }
    }
}
