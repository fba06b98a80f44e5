package vn.nhipcho.clickhouse;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The highest row version a writer has handed over, kept in its state. */
final class HighestVersion {
    static final long NONE = 0;

    private long handedOver;
    private long value;

    HighestVersion(long restored) {
        this.handedOver = restored;
        this.value = restored;
    }

    void raiseTo(long version) {
        value = Math.max(value, version);
    }

    /** The highest version of all hand-overs before this one. */
    long handOver() {
        long before = handedOver;
        handedOver = value;
        return before;
    }

    List<Long> state() {
        return value == NONE ? List.of() : List.of(value);
    }

    static final class Serializer implements SimpleVersionedSerializer<Long> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Long version) {
            return ByteBuffer.allocate(Long.BYTES).putLong(version).array();
        }

        @Override
        public Long deserialize(int version, byte[] serialized) {
            return ByteBuffer.wrap(serialized).getLong();
        }
    }
}
