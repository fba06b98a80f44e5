package vn.nhipcho.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.deadletter.Rejected;
import vn.nhipcho.fixture.AnOrderEvent;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.model.Source;

/** Everything that crosses the network is a POJO to Flink, all the way down: nothing falls back to Kryo. */
class PojoTypesTest {
    static Stream<Class<?>> records() {
        var model = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("vn.nhipcho.model").stream()
                        .filter(JavaClass::isRecord)
                        .<Class<?>>map(JavaClass::reflect);
        return Stream.concat(model, Stream.of(RawRecord.class, Rejected.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void isAPojoToFlink(Class<?> type) {
        assertThat(TypeInformation.of(type)).isInstanceOf(PojoTypeInfo.class);
        assertThat(allWithin(TypeInformation.of(type))).noneMatch(GenericTypeInfo.class::isInstance);
    }

    @Test
    void keepsNullsApartFromEmptyLists() throws IOException {
        assertThat(copied(push(null))).isEqualTo(push(null));
        assertThat(copied(push(List.of()))).isEqualTo(push(List.of()));
        var lines = List.of(new Line("1", null, null, 1, "kg", 2, 3, 4), new Line("2", "p", "c", 5, "kg", 6, 7, 8));
        assertThat(copied(push(lines))).isEqualTo(push(lines));
    }

    @Test
    void keepsNullKeysAndValues() throws IOException {
        var raw = new RawRecord("t", 0, 1, 2, null, null, 1);
        assertThat(copied(raw)).usingRecursiveComparison().isEqualTo(raw);
        var rejected = raw.reject(DeadLetterReason.UNDECODABLE, "decode-orders", null, "why");
        assertThat(copied(rejected)).usingRecursiveComparison().isEqualTo(rejected);
        var whole = new Rejected(
                DeadLetterReason.TOO_LARGE, "s", "t", 0, 1, 2, new byte[] {1}, new byte[0], 7, "why", 2, "file");
        assertThat(copied(whole)).usingRecursiveComparison().isEqualTo(whole);
    }

    private static OrderPush push(List<Line> lines) {
        long at = AnOrderEvent.OCCURRED_AT.toEpochMilli();
        return new OrderPush(
                "shopee",
                "o",
                "",
                "e",
                OrderStatus.UNKNOWN,
                "?",
                at,
                1,
                null,
                lines,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                new Source("t", 0, 1, 2));
    }

    private static Stream<TypeInformation<?>> allWithin(TypeInformation<?> type) {
        if (type instanceof PojoTypeInfo<?> pojo) {
            return Stream.concat(
                    Stream.of(type),
                    IntStream.range(0, pojo.getArity())
                            .mapToObj(i -> pojo.getPojoFieldAt(i).getTypeInformation())
                            .flatMap(PojoTypesTest::allWithin));
        }
        return Stream.concat(
                Stream.of(type), type.getGenericParameters().values().stream().flatMap(PojoTypesTest::allWithin));
    }

    @SuppressWarnings("unchecked")
    private static <T> T copied(T value) throws IOException {
        TypeSerializer<T> serializer =
                TypeInformation.of((Class<T>) value.getClass()).createSerializer(new SerializerConfigImpl());
        var out = new DataOutputSerializer(256);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
