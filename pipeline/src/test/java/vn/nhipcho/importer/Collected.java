package vn.nhipcho.importer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.nhipcho.event.OrderEvent;

/** A sink that keeps all it is given. */
final class Collected implements ImportSink {
    final List<ImportedEvent> events = new ArrayList<>();
    final List<RejectedLine> rejected = new ArrayList<>();

    static Collected from(String spec, ZoneId zone) throws IOException, InterruptedException {
        return from(open(spec, zone));
    }

    static Collected from(Importer importer) throws IOException, InterruptedException {
        var collected = new Collected();
        importer.run(collected);
        return collected;
    }

    static Importer open(String spec, ZoneId zone) throws IOException {
        return SourceSpec.parse(spec).open(new ImportContext(zone, 1, Instant.EPOCH));
    }

    static Path resource(String path) {
        return Path.of("src/test/resources/importer").resolve(path);
    }

    List<String> lines() {
        return events.stream().map(JsonlWriter::line).toList();
    }

    Stream<OrderEvent> orders() {
        return events.stream()
                .map(ImportedEvent::event)
                .filter(OrderEvent.class::isInstance)
                .map(OrderEvent.class::cast);
    }

    @Override
    public void accept(ImportedEvent event) {
        events.add(event);
    }

    @Override
    public void reject(RejectedLine line) {
        rejected.add(line);
    }

    static String firstBytes(RejectedLine line) {
        return new String(line.firstBytes(), StandardCharsets.UTF_8);
    }
}
