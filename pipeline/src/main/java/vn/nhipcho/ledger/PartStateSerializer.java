package vn.nhipcho.ledger;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.Milestones;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.state.CompactSerializer;
import vn.nhipcho.state.Fields;

/**
 * An order part as state. Times are distances from the part's first occurred_at, and an update's payload hash is its place
 * among the hashes seen.
 */
public final class PartStateSerializer extends CompactSerializer<PartState> {
    public static final PartStateSerializer INSTANCE = new PartStateSerializer();

    private static final long serialVersionUID = 1;
    private static final int FORM = 1;

    /** Not the rank: a new status is added here at the end, wherever it ranks. */
    private static final List<OrderStatus> STATUSES = List.of(
            OrderStatus.UNPAID,
            OrderStatus.ON_HOLD,
            OrderStatus.AWAITING_SELLER,
            OrderStatus.AWAITING_PICKUP,
            OrderStatus.IN_TRANSIT,
            OrderStatus.DELIVERED,
            OrderStatus.COMPLETED,
            OrderStatus.DELIVERY_FAILED,
            OrderStatus.RETURNING,
            OrderStatus.RETURNED,
            OrderStatus.CANCEL_REQUESTED,
            OrderStatus.CANCELLED,
            OrderStatus.LOST_DAMAGED,
            OrderStatus.UNKNOWN);

    private static final List<OrderPush.Origin> ORIGINS =
            List.of(OrderPush.Origin.CUSTOMER, OrderPush.Origin.PROGRAMME, OrderPush.Origin.INTERNAL);

    @Override
    public void serialize(PartState part, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        long first = part.firstOccurredAt();
        Fields.writeText(part.sellerId(), out);
        Fields.writeLong(first, out);
        Fields.writeNullableLong(part.placedAtTold(), first, out);
        Fields.writeHashes(part.seen(), out);
        Fields.writeList(part.winners(), (update, to) -> writeUpdate(update, first, part.seen(), to), out);
        writeMilestones(part.milestones(), first, out);
        Fields.writeAttribution(part.attribution(), out);
        Fields.writeTexts(part.commodities(), out);
    }

    @Override
    public PartState deserialize(DataInputView in) throws IOException {
        readForm(in, FORM);
        String sellerId = Fields.readText(in);
        long first = Fields.readLong(in);
        Long placedAtTold = Fields.readNullableLong(first, in);
        long[] seen = Fields.readHashes(in);
        List<Update> winners = Fields.readList(from -> readUpdate(first, seen, from), in);
        return new PartState(
                sellerId,
                winners,
                seen,
                placedAtTold,
                first,
                readMilestones(first, in),
                Fields.readAttribution(in),
                Fields.readTexts(in));
    }

    private static void writeUpdate(Update update, long first, long[] seen, DataOutputView out) throws IOException {
        Fields.writeLong(update.occurredAt() - first, out);
        Fields.writeCode(update.status(), STATUSES, out);
        Fields.writeText(update.eventId(), out);
        Fields.writeLong(Arrays.binarySearch(seen, update.payloadHash()), out);
        Fields.writeNullableText(update.statusRaw(), out);
        out.writeBoolean(update.lines() != null);
        if (update.lines() != null) {
            Fields.writeList(update.lines(), PartStateSerializer::writeLine, out);
        }
        Fields.writeNullableLong(update.shippingFee(), 0, out);
        Fields.writeNullableText(update.paymentMethod(), out);
        Fields.writeNullableLong(update.promisedAt(), first, out);
        Fields.writeNullableText(update.buyerProvince(), out);
        Fields.writeNullableLong(update.confirmBy(), first, out);
        Fields.writeNullableText(update.cancelledBy(), out);
        Fields.writeCode(update.origin(), ORIGINS, out);
    }

    private static Update readUpdate(long first, long[] seen, DataInputView in) throws IOException {
        return new Update(
                first + Fields.readLong(in),
                Fields.readCode(STATUSES, in),
                Fields.readText(in),
                seen[(int) Fields.readLong(in)],
                Fields.readNullableText(in),
                in.readBoolean() ? Fields.readList(PartStateSerializer::readLine, in) : null,
                Fields.readNullableLong(0, in),
                Fields.readNullableText(in),
                Fields.readNullableLong(first, in),
                Fields.readNullableText(in),
                Fields.readNullableLong(first, in),
                Fields.readNullableText(in),
                Fields.readCode(ORIGINS, in));
    }

    private static void writeLine(Line line, DataOutputView out) throws IOException {
        Fields.writeText(line.lineId(), out);
        Fields.writeNullableText(line.productId(), out);
        Fields.writeNullableText(line.commodity(), out);
        Fields.writeLong(line.quantity(), out);
        Fields.writeText(line.unit(), out);
        Fields.writeLong(line.unitPrice(), out);
        Fields.writeLong(line.discount(), out);
        Fields.writeLong(line.shippingFee(), out);
    }

    private static Line readLine(DataInputView in) throws IOException {
        return new Line(
                Fields.readText(in),
                Fields.readNullableText(in),
                Fields.readNullableText(in),
                Fields.readLong(in),
                Fields.readText(in),
                Fields.readLong(in),
                Fields.readLong(in),
                Fields.readLong(in));
    }

    private static void writeMilestones(Milestones milestones, long first, DataOutputView out) throws IOException {
        Fields.writeNullableLong(milestones.awaitingSellerAt(), first, out);
        Fields.writeNullableLong(milestones.awaitingPickupAt(), first, out);
        Fields.writeNullableLong(milestones.inTransitAt(), first, out);
        Fields.writeNullableLong(milestones.deliveredAt(), first, out);
        Fields.writeNullableLong(milestones.completedAt(), first, out);
        Fields.writeNullableLong(milestones.deliveryFailedAt(), first, out);
        Fields.writeNullableLong(milestones.returnedAt(), first, out);
        Fields.writeNullableLong(milestones.cancelledAt(), first, out);
    }

    private static Milestones readMilestones(long first, DataInputView in) throws IOException {
        return new Milestones(
                Fields.readNullableLong(first, in),
                Fields.readNullableLong(first, in),
                Fields.readNullableLong(first, in),
                Fields.readNullableLong(first, in),
                Fields.readNullableLong(first, in),
                Fields.readNullableLong(first, in),
                Fields.readNullableLong(first, in),
                Fields.readNullableLong(first, in));
    }

    @Override
    public TypeSerializerSnapshot<PartState> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<PartState> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
