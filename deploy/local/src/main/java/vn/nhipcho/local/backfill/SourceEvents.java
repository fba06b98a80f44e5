package vn.nhipcho.local.backfill;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.ShadowEvents;
import vn.nhipcho.importer.ImportContext;
import vn.nhipcho.importer.ImportSink;
import vn.nhipcho.importer.ImportedEvent;
import vn.nhipcho.importer.RejectedLine;
import vn.nhipcho.importer.SourceSpec;
import vn.nhipcho.local.Failure;
import vn.nhipcho.source.EventJson;

/** Files as the events to rebuild from, in the place of the history that ClickHouse holds. */
final class SourceEvents implements ImportSink {
    private final ShadowEvents events;
    private final EventJson json = new EventJson();
    private long rejected;

    private SourceEvents(ShadowEvents events) {
        this.events = events;
    }

    /** How many lines were rejected. */
    static long load(ClickHouseConfig config, List<SourceSpec> sources, ZoneId zone, long seed)
            throws SQLException, InterruptedException {
        try (var events = ShadowEvents.open(config)) {
            var sink = new SourceEvents(events);
            var context = new ImportContext(zone, seed, Instant.now(), true);
            for (SourceSpec source : sources) {
                source.open(context).run(sink);
            }
            events.flush();
            return sink.rejected;
        } catch (IOException e) {
            throw new Failure("A source could not be read", e);
        }
    }

    @Override
    public void accept(ImportedEvent event) {
        try {
            events.add(
                    event.topic(),
                    (String) event.event()
                            .get(event.event().getSchema().getField("seller_id").pos()),
                    event.occurredAt(),
                    json.of(event.event()));
        } catch (SQLException e) {
            throw new Failure("ClickHouse did not take the events of a source", e);
        }
    }

    @Override
    public void reject(RejectedLine line) {
        rejected++;
    }
}
