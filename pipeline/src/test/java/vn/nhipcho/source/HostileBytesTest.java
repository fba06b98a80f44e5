package vn.nhipcho.source;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.fixture.AnOrderEvent.anOrderEvent;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.ListingEvent;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.model.Place;
import vn.nhipcho.registry.ConfluentWire;

/** Whatever a record holds, a decoder answers; it never throws and never reserves what a length only claims. */
class HostileBytesTest {
    private static final byte[] WHOLE =
            ConfluentWire.encode(Records.SCHEMA_ID, anOrderEvent().build());

    private final List<EventDecoder<?>> decoders = List.of(
            new OrderDecoder(
                    Records.registryWith(OrderEvent.getClassSchema()), (platform, raw) -> OrderStatus.UNKNOWN, "VND"),
            new AccountDecoder(
                    Records.registryWith(AccountEvent.getClassSchema()),
                    (commune, day, district, province) -> Place.UNKNOWN_PLACE,
                    ZoneId.of("Asia/Ho_Chi_Minh")),
            new ListingDecoder(Records.registryWith(ListingEvent.getClassSchema())));

    @Property(tries = 1_000)
    void answersAnyBytes(@ForAll @Size(max = 300) byte[] value) {
        assertAnswered(value);
    }

    @Property(tries = 2_000)
    void answersAnyBytesBehindAProperHeader(@ForAll("bodies") byte[] body) {
        byte[] value = Arrays.copyOf(WHOLE, ConfluentWire.HEADER_BYTES + body.length);
        System.arraycopy(body, 0, value, ConfluentWire.HEADER_BYTES, body.length);
        assertAnswered(value);
    }

    @Property(tries = 2_000)
    void answersAnEventWithDamagedBytes(
            @ForAll @IntRange(min = 5, max = 90) int at, @ForAll byte one, @ForAll byte two, @ForAll byte three) {
        byte[] value = WHOLE.clone();
        byte[] damage = {one, two, three};
        for (int i = 0; i < damage.length && at + i < value.length; i++) {
            value[at + i] = damage[i];
        }
        assertAnswered(value);
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        // Small numbers are the lengths and branch numbers of Avro, so these get further into an event.
        return Arbitraries.bytes()
                .between((byte) -8, (byte) 24)
                .array(byte[].class)
                .ofMaxSize(200);
    }

    private void assertAnswered(byte[] value) {
        for (EventDecoder<?> decoder : decoders) {
            assertThat(decoder.decode(Records.of(value)))
                    .isInstanceOfAny(Decoded.Accepted.class, Decoded.Refused.class);
        }
    }
}
