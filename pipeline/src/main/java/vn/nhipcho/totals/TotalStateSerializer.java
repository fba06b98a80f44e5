package vn.nhipcho.totals;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.nhipcho.state.CompactSerializer;
import vn.nhipcho.state.Fields;

/** What a cell adds up to, as state: the version, then as many measures as there were when it was written. */
final class TotalStateSerializer extends CompactSerializer<TotalState> {
    static final TotalStateSerializer INSTANCE = new TotalStateSerializer();

    private static final long serialVersionUID = 1;
    private static final int FORM = 1;

    @Override
    public void serialize(TotalState total, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        Fields.writeLong(total.version(), out);
        Fields.writeLongs(total.measures(), out);
    }

    @Override
    public TotalState deserialize(DataInputView in) throws IOException {
        readForm(in, FORM);
        long version = Fields.readLong(in);
        return new TotalState(Fields.readLongs(in), version);
    }

    @Override
    public TypeSerializerSnapshot<TotalState> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<TotalState> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
