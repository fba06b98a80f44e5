package vn.nhipcho.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader of the contracts may rely on: all is explained, and no person is in it. */
class ContractRulesTest {
    /** Words of a field name that hint at a person; compared word by word, so {@code platform} is no {@code lat}. */
    private static final Set<String> PERSONAL = Set.of(
            "name",
            "surname",
            "phone",
            "mobile",
            "tel",
            "email",
            "mail",
            "address",
            "street",
            "birth",
            "birthday",
            "age",
            "gender",
            "sex",
            "identity",
            "cccd",
            "cmnd",
            "passport",
            "tax",
            "bank",
            "card",
            "iban",
            "lat",
            "lon",
            "latitude",
            "longitude",
            "ip",
            "contact",
            "person",
            "owner",
            "buyer",
            "recipient",
            "photo",
            "face");
    /** A province is no person: it serves commodity by buyer's province, and nothing finer is sent. */
    private static final Set<String> ALLOWED = Set.of("buyer_province");

    static List<String> topics() {
        return Contracts.topics();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTypeAndFieldIsExplained(String topic) {
        assertThat(named(Contracts.current(topic))).allSatisfy(type -> {
            assertThat(type.getDoc()).as(type.getName()).isNotBlank();
            if (type.getType() == Schema.Type.RECORD) {
                assertThat(type.getFields())
                        .allSatisfy(field ->
                                assertThat(field.doc()).as(field.name()).isNotBlank());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTimeSaysItsUnit(String topic) {
        assertThat(fields(topic).filter(field -> field.schema().toString().contains("timestamp-millis")))
                .allSatisfy(field -> assertThat(field.doc()).as(field.name()).contains("Milliseconds", "UTC"));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void noFieldHintsAtAPerson(String topic) {
        assertThat(fields(topic).map(Schema.Field::name).filter(name -> !ALLOWED.contains(name)))
                .noneMatch(name -> Arrays.stream(name.split("_")).anyMatch(PERSONAL::contains));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyEnumHasADefaultForSymbolsToCome(String topic) {
        assertThat(named(Contracts.current(topic)).filter(type -> type.getType() == Schema.Type.ENUM))
                .allSatisfy(type ->
                        assertThat(type.getEnumDefault()).as(type.getName()).isNotNull());
    }

    private static Stream<Schema.Field> fields(String topic) {
        return named(Contracts.current(topic))
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .flatMap(type -> type.getFields().stream());
    }

    /** Records and enums, the schema itself first. */
    private static Stream<Schema> named(Schema schema) {
        return switch (schema.getType()) {
            case RECORD ->
                Stream.concat(Stream.of(schema), schema.getFields().stream().flatMap(field -> named(field.schema())));
            case ENUM -> Stream.of(schema);
            case ARRAY -> named(schema.getElementType());
            case UNION -> schema.getTypes().stream().flatMap(ContractRulesTest::named);
            default -> Stream.empty();
        };
    }
}
