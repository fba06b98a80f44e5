package vn.nhipcho.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A serializer of values that nobody changes, written field by field. It migrates nothing by itself: a subclass whose form
 * rests in state begins it with a number, and reads every form that was ever written.
 */
public abstract class CompactSerializer<T> extends TypeSerializerSingleton<T> {
    private static final long serialVersionUID = 1;

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public T copy(T from, T reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public T deserialize(T reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    /** Reads the number of the form; {@code newest} is the highest that this release knows. */
    protected int readForm(DataInputView in, int newest) throws IOException {
        int form = in.readUnsignedByte();
        if (form < 1 || form > newest) {
            throw new IOException(
                    "%s of form %d is not known to this release, which reads up to %d: the savepoint is of a later release"
                            .formatted(getClass().getSimpleName(), form, newest));
        }
        return form;
    }
}
