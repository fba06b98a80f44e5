package vn.nhipcho.clickhouse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The highest row version a writer has handed over, kept in its state: the proof that ClickHouse is not older than the
 * savepoint.
 *
 * <p>It is compared at the first barrier after a restore, not in the restore itself: the first barrier comes when every
 * task runs, and a committer runs once it has inserted all that its state held, so nothing is missing then that is only
 * late. Nothing of the new attempt has been inserted yet either.
 */
final class HighestVersion {
    static final long NONE = 0;

    private final String table;
    private final TableVersion found;
    private long owed;
    private long value;

    /** Reads the highest version that ClickHouse holds. */
    interface TableVersion {
        long read() throws IOException, InterruptedException;
    }

    HighestVersion(String table, long restored, TableVersion found) {
        this.table = table;
        this.owed = restored;
        this.value = restored;
        this.found = found;
    }

    void compareOnce() throws IOException, InterruptedException {
        if (owed != NONE) {
            long held = found.read();
            if (held < owed) {
                throw new IOException("ClickHouse holds less than the savepoint knows: the highest version in "
                        + ClickHouseConfig.RAW + "." + table + " is " + held + ", the savepoint has handed over " + owed
                        + ". Restore the matching backup, see deploy/RUNBOOK.md#clickhouse-older-than-savepoint");
            }
            owed = NONE;
        }
    }

    void raiseTo(long version) {
        value = Math.max(value, version);
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
