package vn.nhipcho.clickhouse;

import java.io.IOException;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * Refuses to insert into a ClickHouse that is older than the savepoint: everything handed over before a committable was
 * inserted before it, so the table must hold at least that version. Compared once, before a committer's first insert.
 *
 * <p>The committable has to say it, not the restored writer: the savepoint's own rows are inserted again as soon as the
 * committer is restored, and would hide that the rows before them are missing.
 */
final class FloorCheck {
    /**
     * A replica, or another committer that inserts rows of an earlier checkpoint, may be a little behind. Every try has a
     * connection of its own, which a cluster's service gives to any replica, and most hold all that was ever acknowledged
     * (insert_quorum). Not by select_sequential_consistency: it sees nothing of inserts whose quorums run side by side.
     */
    private static final int TRIES = 60;

    private final String table;
    private final TableVersion held;
    private final Backoff.Sleeper sleeper;
    private boolean compared;

    /** Reads the highest version that ClickHouse holds. */
    interface TableVersion {
        long read() throws IOException, InterruptedException;
    }

    FloorCheck(String table, TableVersion held, Backoff.Sleeper sleeper) {
        this.table = table;
        this.held = held;
        this.sleeper = sleeper;
    }

    void require(long floor) throws IOException, InterruptedException {
        if (compared) {
            return;
        }
        if (floor > HighestVersion.NONE) {
            awaitAtLeast(floor);
        }
        compared = true;
    }

    private void awaitAtLeast(long floor) throws IOException, InterruptedException {
        long found = held.read();
        for (int tries = 1; found < floor; tries++) {
            if (tries == TRIES) {
                // Another attempt would find the same, and the reason would stand in a log only.
                throw new SuppressRestartsException(
                        new IOException(
                                "ClickHouse holds less than the savepoint knows: the highest version in "
                                        + ClickHouseConfig.RAW + "." + table + " is " + found
                                        + ", the savepoint has handed over "
                                        + floor
                                        + ". Restore the matching backup, see deploy/RUNBOOK.md#clickhouse-older-than-savepoint"));
            }
            sleeper.sleep(500);
            found = held.read();
        }
    }
}
