package vn.nhipcho.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every released version and the current one read each other; a released version is a file that is never edited. */
class CompatibilityTest {
    private static final int RECORDS = 200;
    private static final long SEED = 20_250_701;

    static List<String> topics() {
        return Contracts.topics();
    }

    static Stream<Path> compatible() {
        return Contracts.cases("compatible");
    }

    static Stream<Path> incompatible() {
        return Contracts.cases("incompatible");
    }

    @Test
    void everyTopicHasAContract() {
        assertThat(topics())
                .containsExactly(
                        "market.accounts.v1",
                        "market.alerts.v1",
                        "market.dead-letters.v1",
                        "market.listings.v1",
                        "market.orders.v1");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theCurrentVersionAndEveryReleasedOneAreCompatibleBothWays(String topic) {
        var current = Contracts.current(topic);
        assertThat(Contracts.released(topic)).isNotEmpty().allSatisfy(released -> assertThat(
                        Evolution.violations(released, current))
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void recordsOfEachVersionAreReadByTheOther(String topic) throws IOException {
        var current = Contracts.current(topic);
        for (Schema released : Contracts.released(topic)) {
            assertThat(read(released, current)).isEqualTo(RECORDS);
            assertThat(read(current, released)).isEqualTo(RECORDS);
        }
    }

    @ParameterizedTest
    @MethodSource("compatible")
    void takesAsTheNextVersion(Path next) {
        assertThat(Evolution.violations(Contracts.base(), Contracts.parse(next)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("incompatible")
    void refusesAsTheNextVersion(Path next) {
        assertThat(Evolution.violations(Contracts.base(), Contracts.parse(next)))
                .isNotEmpty();
    }

    private static int read(Schema writer, Schema reader) throws IOException {
        int read = 0;
        for (Object record : new RandomData(writer, RECORDS, SEED)) {
            var bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<>(writer).write(record, encoder);
            encoder.flush();
            var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
            assertThat(new GenericDatumReader<>(writer, reader).read(null, decoder))
                    .isNotNull();
            assertThat(decoder.isEnd()).isTrue();
            read++;
        }
        return read;
    }
}
