package vn.nhipcho.importer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.ListingEvent;
import vn.nhipcho.event.OrderEvent;

/**
 * Lines of {@code {"topic":"orders|accounts|listings","event":{…}}}, from one file or from a folder's {@code *.jsonl} and
 * {@code *.jsonl.gz} in the order of their names. A line that does not fit is refused by itself; the rest goes on.
 */
final class JsonlImporter implements Importer {
    private static final String FORMAT = "jsonl";
    private static final int BYTES_A_LINE = 400;
    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private final List<Path> files;
    private final String identity;
    private final long bytes;
    private final JsonEvents events;

    private JsonlImporter(List<Path> files, String identity, long bytes, ZoneId zone) {
        this.files = files;
        this.identity = identity;
        this.bytes = bytes;
        this.events = new JsonEvents(zone);
    }

    static Importer open(Path path, ImportContext context) throws IOException {
        var files = Files.isDirectory(path)
                ? SourceFiles.in(path, name -> name.endsWith(".jsonl") || name.endsWith(".jsonl.gz"))
                : List.of(path);
        if (files.isEmpty()) {
            throw new SourceException("jsonl: no .jsonl or .jsonl.gz file in " + path);
        }
        String identity = SourceFiles.identity(FORMAT, context.zone(), files);
        return new JsonlImporter(files, identity, SourceFiles.bytes(files), context.zone());
    }

    @Override
    public void run(ImportSink sink) throws IOException, InterruptedException {
        for (Path file : files) {
            try (var lines = LineReader.open(file)) {
                for (Line line = lines.next(); line != null; line = lines.next()) {
                    if (line.isBlank()) {
                        continue;
                    }
                    ImportedEvent event;
                    try {
                        event = event(line);
                    } catch (RowRejected e) {
                        sink.reject(line.rejected(FORMAT, file, e));
                        continue;
                    }
                    sink.accept(event);
                }
            }
        }
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public OptionalLong estimatedEvents() {
        return OptionalLong.of(bytes / BYTES_A_LINE);
    }

    @Override
    public boolean timeOrdered() {
        return false;
    }

    private ImportedEvent event(Line line) throws RowRejected {
        var root = parse(line.text());
        var topic = root.path("topic");
        var event = root.path("event");
        if (!topic.isTextual() || !event.isObject()) {
            throw new RowRejected(
                    DeadLetterReason.MISSING_FIELD, "a line is {\"topic\":\"orders|accounts|listings\",\"event\":{…}}");
        }
        for (Iterator<String> names = root.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!name.equals("topic") && !name.equals("event")) {
                throw JsonEvents.unknownField(name, "", List.of("topic", "event"));
            }
        }
        return switch (topic.textValue()) {
            case "orders" -> ImportedEvent.of((OrderEvent) events.read(event, OrderEvent.getClassSchema()));
            case "accounts" -> ImportedEvent.of((AccountEvent) events.read(event, AccountEvent.getClassSchema()));
            case "listings" -> ImportedEvent.of((ListingEvent) events.read(event, ListingEvent.getClassSchema()));
            default ->
                throw new RowRejected(DeadLetterReason.MALFORMED_LINE, "topic is none of orders, accounts, listings");
        };
    }

    private static JsonNode parse(String text) throws RowRejected {
        try {
            var root = JSON.readTree(text);
            if (root.isObject()) {
                return root;
            }
            throw new RowRejected(DeadLetterReason.MALFORMED_LINE, "the line is not one JSON object");
        } catch (JsonProcessingException e) {
            // The parser's own message quotes the line.
            var at = e.getLocation();
            throw new RowRejected(
                    DeadLetterReason.MALFORMED_LINE,
                    "not JSON, or a key twice" + (at == null ? "" : ", near column " + at.getColumnNr()));
        }
    }
}
