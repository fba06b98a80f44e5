package vn.nhipcho.seller;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.nhipcho.state.CompactSerializer;
import vn.nhipcho.state.Fields;

/** Where an order part was placed last, as state. */
final class PartPlacementSerializer extends CompactSerializer<PartPlacement> {
    static final PartPlacementSerializer INSTANCE = new PartPlacementSerializer();

    private static final long serialVersionUID = 1;
    private static final int FORM = 1;

    @Override
    public void serialize(PartPlacement part, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        Fields.writeText(part.platform(), out);
        Fields.writeText(part.orderId(), out);
        Fields.writeLong(part.firstOccurredAt(), out);
        Fields.writeNullableLong(part.placedAtTold(), part.firstOccurredAt(), out);
        Fields.writeList(part.products(), Fields::writeText, out);
        Fields.writeAttribution(part.attribution(), out);
        Fields.writeTexts(part.commodities(), out);
    }

    @Override
    public PartPlacement deserialize(DataInputView in) throws IOException {
        readForm(in, FORM);
        String platform = Fields.readText(in);
        String orderId = Fields.readText(in);
        long first = Fields.readLong(in);
        Long placedAtTold = Fields.readNullableLong(first, in);
        List<String> products = Fields.readList(Fields::readText, in);
        return new PartPlacement(
                platform, orderId, placedAtTold, first, products, Fields.readAttribution(in), Fields.readTexts(in));
    }

    @Override
    public TypeSerializerSnapshot<PartPlacement> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<PartPlacement> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
