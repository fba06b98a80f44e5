package vn.nhipcho.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import vn.nhipcho.fixture.APush;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.model.Place;

class OrderStateSerializerTest {
    private static final Attribution SOMEWHERE =
            new Attribution(new Place("93", Place.MIXED, "31369"), "HTX-07", "HOUSEHOLD");

    @Property(tries = 1000)
    void anOrderIsReadAsItWasWritten(@ForAll long seed) throws IOException {
        OrderState order = randomOrder(new Random(seed));

        assertThat(read(written(order))).isEqualTo(order);
    }

    @Example
    void everyStatusAndEveryOriginHasACode() throws IOException {
        for (OrderStatus status : OrderStatus.values()) {
            OrderState order = orderWith(APush.aPush().is(status).push());
            assertThat(read(written(order)).part("seller-a").statusWinner().status())
                    .isEqualTo(status);
        }
        for (OrderPush.Origin origin : OrderPush.Origin.values()) {
            OrderState order = orderWith(APush.aPush().from(origin).push());
            assertThat(read(written(order)).part("seller-a").statusWinner().origin())
                    .isEqualTo(origin);
        }
    }

    @Example
    void aFormOfALaterReleaseIsRefusedAndNotGuessedAt() throws IOException {
        byte[] bytes = written(orderWith(APush.aPush().push()));
        bytes[0] = 2;

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("OrderStateSerializer of form 2")
                .hasMessageContaining("later release");
    }

    private static OrderState randomOrder(Random random) {
        OrderState order = OrderState.empty("shopee", "đơn-1").withVersion(random.nextLong());
        for (RandomEvents.Draft draft : RandomEvents.drafts(random)) {
            OrderPush push = draft.in("#").push();
            if (push != null) {
                PartState part = order.part(push.sellerId()).merge(push);
                order = order.with(random.nextBoolean() ? part.attributedTo(SOMEWHERE, Map.of("dứa", "KHOM")) : part);
            }
        }
        return order;
    }

    private static OrderState orderWith(OrderPush push) {
        return OrderState.empty(push.platform(), push.orderId())
                .with(PartState.empty(push.sellerId()).merge(push));
    }

    private static byte[] written(OrderState order) throws IOException {
        var out = new DataOutputSerializer(64);
        OrderStateSerializer.INSTANCE.serialize(order, out);
        return out.getCopyOfBuffer();
    }

    /** Nothing may be left over: in a stream the next value would begin in the middle of this one. */
    private static OrderState read(byte[] bytes) throws IOException {
        var in = new DataInputDeserializer(bytes);
        OrderState order = OrderStateSerializer.INSTANCE.deserialize(in);
        assertThat(in.available()).isZero();
        return order;
    }
}
