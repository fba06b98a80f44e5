package vn.nhipcho.totals;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.nhipcho.state.CompactSerializer;
import vn.nhipcho.state.Fields;

/** A difference on its way to its cell: most measures of most differences are 0, a byte each. Rests in no state. */
final class CellDeltaSerializer extends CompactSerializer<CellDelta> {
    static final CellDeltaSerializer INSTANCE = new CellDeltaSerializer();

    private static final long serialVersionUID = 1;

    @Override
    public void serialize(CellDelta delta, DataOutputView out) throws IOException {
        CellSerializer.INSTANCE.serialize(delta.cell(), out);
        Fields.writeLongs(delta.difference(), out);
    }

    @Override
    public CellDelta deserialize(DataInputView in) throws IOException {
        return new CellDelta(CellSerializer.INSTANCE.deserialize(in), Fields.readLongs(in));
    }

    @Override
    public TypeSerializerSnapshot<CellDelta> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<CellDelta> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
