package vn.nhipcho.ledger;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.nhipcho.state.CompactSerializer;
import vn.nhipcho.state.Fields;

/** An order as state: its parts one after the other, each with the number of its own form. */
final class OrderStateSerializer extends CompactSerializer<OrderState> {
    static final OrderStateSerializer INSTANCE = new OrderStateSerializer();

    private static final long serialVersionUID = 1;
    private static final int FORM = 1;

    @Override
    public void serialize(OrderState order, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        Fields.writeText(order.platform(), out);
        Fields.writeText(order.orderId(), out);
        Fields.writeLong(order.version(), out);
        Fields.writeList(order.parts(), PartStateSerializer.INSTANCE::serialize, out);
    }

    @Override
    public OrderState deserialize(DataInputView in) throws IOException {
        readForm(in, FORM);
        String platform = Fields.readText(in);
        String orderId = Fields.readText(in);
        long version = Fields.readLong(in);
        return new OrderState(
                platform, orderId, Fields.readList(PartStateSerializer.INSTANCE::deserialize, in), version);
    }

    @Override
    public TypeSerializerSnapshot<OrderState> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<OrderState> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
