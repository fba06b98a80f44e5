package vn.nhipcho.local.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Migrations;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.embedded.clickhouse.ServerOptions;
import vn.nhipcho.importer.EventPublisher;
import vn.nhipcho.importer.ImportedEvent;
import vn.nhipcho.importer.RejectedLine;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;

class RecordedRejectsIT {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-07-01T00:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    void waitsWhileClickHouseIsAwayAndRecordsWhenItIsBack() throws Exception {
        ServerOptions options = ServerOptions.at(folder);
        ClickHouseConfig config;
        try (var engine = EmbeddedClickHouse.start(options)) {
            options = options.withPort(engine.httpPort());
            config = ClickHouseConfig.at(engine.url());
            Migrations.apply(config, MigrationParameters.oneNode(ZoneId.of("Asia/Ho_Chi_Minh"), "VND"));
        }
        var publisher = new RecordedRejects(new Nowhere(), config, CLOCK);
        publisher.publish(
                new RejectedLine("jsonl", "a.jsonl", 7, DeadLetterReason.MALFORMED_LINE, "no JSON", new byte[] {'x'}));

        CompletableFuture<Void> flush = CompletableFuture.runAsync(publisher::flush);
        Thread.sleep(500);
        assertThat(flush).isNotDone();

        try (var engine = EmbeddedClickHouse.start(options)) {
            flush.get(30, TimeUnit.SECONDS);

            List<String[]> rows = new ClickHouseHttp(ClickHouseConfig.at(engine.url()))
                    .rows("SELECT file, reason FROM market.dead_letters");
            assertThat(rows).containsExactly(new String[] {"a.jsonl", "MALFORMED_LINE"});
        }
    }

    private static final class Nowhere implements EventPublisher {
        @Override
        public void publish(ImportedEvent event) {}

        @Override
        public void publish(RejectedLine line) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
