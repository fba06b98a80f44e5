package vn.nhipcho.clickhouse;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets a batch into ClickHouse whatever it takes, by the verdict on each error: waits out what will pass, isolates rows
 * whose content is refused by halving the batch, and fails on the rest.
 */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Inserter inserter;
    private final Refusals refusals;
    private final Backoff backoff;
    private final SinkMetrics.OfCommitter metrics;
    private final InstantSource clock;

    /** Takes rows that ClickHouse refuses for their content. */
    interface Refusals {
        void put(Refusal refusal) throws SQLException;
    }

    /** A row put aside; {@code code} is ClickHouse's error code, 0 when the driver refused. */
    record Refusal(String table, String key, int code, String message, long version) {}

    private record Range(int from, int to) {
        int size() {
            return to - from;
        }
    }

    private interface Attempt {
        void run() throws SQLException;
    }

    Delivery(
            Inserter inserter,
            Refusals refusals,
            Backoff backoff,
            SinkMetrics.OfCommitter metrics,
            InstantSource clock) {
        this.inserter = inserter;
        this.refusals = refusals;
        this.backoff = backoff;
        this.metrics = metrics;
        this.clock = clock;
    }

    void deliver(RowBatch batch) throws IOException, InterruptedException {
        Deque<Range> open = new ArrayDeque<>();
        open.push(new Range(0, batch.rows()));
        while (!open.isEmpty()) {
            Range range = open.pop();
            SQLException rejection = insert(batch, range);
            if (rejection == null) {
                metrics.written(range.size(), batch.bytes(range.from(), range.to()));
                noteFreshness(batch, range);
            } else if (range.size() > 1) {
                int middle = (range.from() + range.to()) >>> 1;
                open.push(new Range(middle, range.to()));
                open.push(new Range(range.from(), middle));
            } else {
                putAside(batch, range.from(), rejection);
            }
        }
    }

    private void noteFreshness(RowBatch batch, Range range) {
        long now = clock.millis();
        for (int row = range.from(); row < range.to(); row++) {
            if (batch.arrival(row) > 0) {
                metrics.queryable(batch.arrival(row), now);
            }
        }
    }

    /** Returns the error when the content is refused, null when the rows are in. */
    private SQLException insert(RowBatch batch, Range range) throws IOException, InterruptedException {
        return persist(batch.table().name(), () -> inserter.insert(batch, range.from(), range.to()));
    }

    private void putAside(RowBatch batch, int row, SQLException rejection) throws IOException, InterruptedException {
        Refusal refusal = new Refusal(
                batch.table().name(),
                batch.printKey(row),
                ErrorVerdicts.codeOf(rejection),
                String.valueOf(rejection.getMessage()),
                batch.version(row));
        LOG.warn("ClickHouse refuses a row of {} ({}): {}", refusal.table(), refusal.key(), refusal.message());
        SQLException again = persist(RefusedRows.TABLE, () -> refusals.put(refusal));
        if (again != null) {
            throw new IOException(
                    "a refused row of " + refusal.table() + " (" + refusal.key() + ") cannot be recorded", again);
        }
        metrics.rejected();
    }

    private SQLException persist(String table, Attempt attempt) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                attempt.run();
                return null;
            } catch (SQLException e) {
                if (isInterruption(e)) {
                    throw new InterruptedException("cancelled while inserting into " + table);
                }
                switch (ErrorVerdicts.of(e)) {
                    case RETRY -> {
                        metrics.retried(ErrorVerdicts.codeOf(e));
                        LOG.warn("insert into {} failed, attempt {}, will try again: {}", table, tries, e.getMessage());
                        backoff.await(tries);
                    }
                    case REJECT -> {
                        return e;
                    }
                    case FAIL ->
                        throw new IOException(
                                "ClickHouse does not take rows of " + table + ": " + ErrorVerdicts.advice(e)
                                        + "; it says: " + e.getMessage(),
                                e);
                }
            }
        }
    }

    /** The driver wraps an interruption like any other error. */
    private static boolean isInterruption(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return true;
            }
        }
        return Thread.interrupted();
    }
}
