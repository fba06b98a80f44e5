package vn.nhipcho.importer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.event.OrderEvent;

class JsonlImporterTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String ORDER = "{\"topic\":\"orders\",\"event\":{\"event_id\":\"e\",\"platform\":\"voso\","
            + "\"order_id\":\"o\",\"seller_id\":\"s\",\"status_raw\":\"UNPAID\",\"occurred_at\":%s,\"source\":\"%s\"}}\n";

    @TempDir
    Path folder;

    @Test
    void refusesALineOverOneMegabyteAndGoesOn() throws Exception {
        var file = write(ORDER.formatted("0", "x".repeat(2_000_000)) + ORDER.formatted("0", "next"));

        var collected = Collected.from("jsonl:" + file, ZONE);

        assertThat(collected.rejected).singleElement().satisfies(line -> {
            assertThat(line.reason()).isEqualTo(DeadLetterReason.TOO_LARGE);
            assertThat(line.line()).isEqualTo(1);
            assertThat(Collected.firstBytes(line)).startsWith("{\"topic\":\"orders\"");
        });
        assertThat(collected.orders()).extracting(OrderEvent::getSource).containsExactly("next");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2022-07-22T08:00:00+07:00\"",
                "\"2022-07-22T01:00:00Z\"",
                "\"2022-07-22T08:00\"",
                "\"2022-07-22 08:00:00.000\"",
                "1658451600000"
            })
    void readsOneInstantHoweverItIsWritten(String written) throws Exception {
        var collected = Collected.from("jsonl:" + write(ORDER.formatted(written, "")), ZONE);

        assertThat(collected.orders().findFirst().orElseThrow().getOccurredAt()).isEqualTo("2022-07-22T01:00:00Z");
    }

    @Test
    void readsWhatTheWriterWrites() throws Exception {
        for (String source : new String[] {"olist/basket-with-two-sellers", "agmarknet/two-date-formats-and-commas"}) {
            String format = source.substring(0, source.indexOf('/'));
            var original = Collected.from(format + ":" + Collected.resource(source + "/input"), ZONE);

            var read = Collected.from("jsonl:" + write(String.join("\n", original.lines())), ZoneOffset.UTC);

            assertThat(read.events).isEqualTo(original.events).isNotEmpty();
            assertThat(read.rejected).isEmpty();
        }
    }

    private Path write(String content) throws IOException {
        return Files.write(folder.resolve("events.jsonl"), content.getBytes(UTF_8));
    }
}
