package vn.nhipcho.local.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.deadletter.DeadLetters;
import vn.nhipcho.importer.EventPublisher;
import vn.nhipcho.importer.ImportedEvent;
import vn.nhipcho.importer.RejectedLine;
import vn.nhipcho.local.Failure;
import vn.nhipcho.model.DeadLetterRow;

/**
 * A publisher that also enters refused lines into ClickHouse: they never were a record of an input topic, so no job sees
 * them. They are there before the import's progress is kept, and entering one twice changes nothing.
 */
public final class RecordedRejects implements EventPublisher {
    private static final int MOST_WAITING = 10_000;
    private static final String INSERT = "INSERT INTO dead_letters"
            + " (topic, partition, offset, file, reason, step, detail, first_seen, attempts, version)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final EventPublisher publisher;
    private final ClickHouseConfig clickhouse;
    private final InstantSource clock;
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
        if (waiting.isEmpty()) {
            return;
        }
        try (Connection connection = clickhouse.connect();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (DeadLetterRow row : waiting) {
                bind(insert, row);
                insert.addBatch();
            }
            insert.executeBatch();
            waiting.clear();
        } catch (SQLException e) {
            throw new Failure("ClickHouse did not take the lines that an import refused", e);
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
