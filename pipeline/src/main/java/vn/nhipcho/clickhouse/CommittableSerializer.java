package vn.nhipcho.clickhouse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The form of committables in checkpoints. A savepoint of any release must stay readable: add versions, change none. */
final class CommittableSerializer implements SimpleVersionedSerializer<Committable> {
    static final int V1 = 1;

    @Override
    public int getVersion() {
        return V1;
    }

    @Override
    public byte[] serialize(Committable committable) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(committable.compressed().length + 64);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(committable.table());
        out.writeLong(committable.floor());
        out.writeInt(committable.columns());
        out.writeInt(committable.rows());
        out.writeInt(committable.length());
        out.writeInt(committable.compressed().length);
        out.write(committable.compressed());
        return bytes.toByteArray();
    }

    @Override
    public Committable deserialize(int version, byte[] serialized) throws IOException {
        if (version != V1) {
            throw new IOException("committables of version " + version + " are not known to this release, which reads "
                    + V1 + ": the savepoint is of a later release");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
        String table = in.readUTF();
        long floor = in.readLong();
        int columns = in.readInt();
        int rows = in.readInt();
        int length = in.readInt();
        byte[] compressed = in.readNBytes(in.readInt());
        return new Committable(table, floor, columns, rows, length, compressed);
    }
}
