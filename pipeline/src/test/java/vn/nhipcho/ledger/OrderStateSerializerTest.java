package vn.nhipcho.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import vn.nhipcho.fixture.APush;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.Milestones;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.model.Place;

class OrderStateSerializerTest {
    private static final Attribution SOMEWHERE =
            new Attribution(new Place("93", Place.MIXED, "31369"), "HTX-07", "HOUSEHOLD");

    private static final String ORDER_OF_010 =
            "010c73686f7065650ec491c6a16e2d315404011073656c6c65722d6180c08dc5ee6501ffcf860304ffffffffffffffb3"
                    + "000000000000000502c0a907050e6576656e742d320014c491c3a3206769616f0102023108702d310a4b484f4d882704"
                    + "6b678092f401e807b81701e01208434f440180b4a85c0639320180f2d02c0e53454c4c45520101fdbf8dc5ee6501fbbf"
                    + "8dc5ee6501f9bf8dc5ee6501f7bf8dc5ee6501f5bf8dc5ee6501f3bf8dc5ee6501f1bf8dc5ee6501efbf8dc5ee650439"
                    + "330a6d697865640a33313336390c4854582d303712484f555345484f4c440206702d31084b484f4d011073656c6c6572"
                    + "2d6280c08dc5ee65000200000000000000050200000e6576656e742d31000000000000000000ff00000000000000000e"
                    + "756e6b6e6f776e0e756e6b6e6f776e0e756e6b6e6f776e0e756e6b6e6f776e0e756e6b6e6f776e00";

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

    /** Of release 0.1.0, with a value in every field and none in those that may be null. */
    @Example
    void anOrderOf010IsStillRead() throws IOException {
        var winner = new Update(
                1_750_003_260_000L,
                OrderStatus.DELIVERED,
                "event-2",
                -77,
                "đã giao",
                List.of(new Line("1", "p-1", "KHOM", 2_500, "kg", 20_000_00, 5_00, 15_00)),
                12_00L,
                "COD",
                1_750_100_000_000L,
                "92",
                1_750_050_000_000L,
                "SELLER",
                OrderPush.Origin.PROGRAMME);
        var bare = new Update(
                1_750_003_200_000L,
                OrderStatus.UNPAID,
                "event-1",
                5,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var times = new Milestones(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        var order = new OrderState(
                "shopee",
                "đơn-1",
                List.of(
                        new PartState(
                                "seller-a",
                                List.of(winner),
                                new long[] {-77, 5},
                                1_750_000_000_000L,
                                1_750_003_200_000L,
                                times,
                                SOMEWHERE,
                                Map.of("p-1", "KHOM")),
                        new PartState(
                                "seller-b",
                                List.of(bare),
                                new long[] {5},
                                null,
                                1_750_003_200_000L,
                                Milestones.NONE,
                                Attribution.UNKNOWN,
                                Map.of())),
                42);

        assertThat(read(HexFormat.of().parseHex(ORDER_OF_010))).isEqualTo(order);
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
