package vn.nhipcho.local.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhipcho.clickhouse.Backoff;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.ErrorVerdict;
import vn.nhipcho.clickhouse.ErrorVerdicts;
import vn.nhipcho.deadletter.DeadLetters;
import vn.nhipcho.importer.EventPublisher;
import vn.nhipcho.importer.ImportedEvent;
import vn.nhipcho.importer.RejectedLine;
import vn.nhipcho.local.Failure;
import vn.nhipcho.model.DeadLetterRow;

/**
 * A publisher that also enters refused lines into ClickHouse: they never were a record of an input topic, so no job sees
 * them. They are there before the import's progress is kept, and entering one twice changes nothing. While ClickHouse is
 * away the import waits.
 */
public final class RecordedRejects implements EventPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedRejects.class);
    private static final int MOST_WAITING = 10_000;
    private static final String INSERT = "INSERT INTO dead_letters"
            + " (topic, partition, offset, file, reason, step, detail, first_seen, attempts, version)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final EventPublisher publisher;
    private final ClickHouseConfig clickhouse;
    private final InstantSource clock;
    private final Backoff backoff = Backoff.ofSeconds(10);
    private final List<DeadLetterRow> waiting = new ArrayList<>();

    public RecordedRejects(EventPublisher publisher, ClickHouseConfig clickhouse, InstantSource clock) {
        this.publisher = publisher;
        this.clickhouse = clickhouse;
        this.clock = clock;
    }

    @Override
    public void publish(ImportedEvent event) {
        publisher.publish(event);
    }

    @Override
    public void publish(RejectedLine line) {
        publisher.publish(line);
        waiting.add(DeadLetters.toRow(line.at(clock.instant())));
        if (waiting.size() >= MOST_WAITING) {
            record();
        }
    }

    @Override
    public void flush() {
        record();
        publisher.flush();
    }

    @Override
    public void close() {
        publisher.close();
    }

    private void record() {
        for (int tries = 1; !waiting.isEmpty(); tries++) {
            try {
                insert();
                waiting.clear();
            } catch (SQLException | RuntimeException e) {
                // The driver lets some errors through as they are, and wraps an interruption like any other.
                if (isInterruption(e)) {
                    throw interrupted();
                }
                if (ErrorVerdicts.of(e) != ErrorVerdict.RETRY) {
                    throw new Failure("ClickHouse did not take the lines that an import refused", e);
                }
                LOG.warn("refused lines could not be recorded, attempt {}, will try again: {}", tries, e.getMessage());
                pause(tries);
            }
        }
    }

    private void pause(int tries) {
        try {
            backoff.await(tries);
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
    }

    private static Failure interrupted() {
        Thread.currentThread().interrupt();
        return new Failure("Interrupted while ClickHouse was away; the next run records the refused lines");
    }

    private static boolean isInterruption(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    private void insert() throws SQLException {
        try (Connection connection = clickhouse.connect();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (DeadLetterRow row : waiting) {
                bind(insert, row);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, DeadLetterRow row) throws SQLException {
        insert.setString(1, row.topic());
        insert.setInt(2, row.partition());
        insert.setLong(3, row.offset());
        insert.setString(4, row.file());
        insert.setString(5, row.reason());
        insert.setString(6, row.step());
        insert.setString(7, row.detail());
        insert.setObject(8, Instant.ofEpochMilli(row.firstSeenAt()).atOffset(ZoneOffset.UTC));
        insert.setInt(9, row.attempts());
        insert.setLong(10, row.version());
    }
}
