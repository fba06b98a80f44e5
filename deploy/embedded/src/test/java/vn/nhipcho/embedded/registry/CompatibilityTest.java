package vn.nhipcho.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {
    private static final Schema ONE = record("{'name':'a','type':'string'}");
    private static final Schema WITH_OPTIONAL =
            record("{'name':'a','type':'string'},{'name':'b','type':['null','string'],'default':null}");
    private static final Schema WITH_REQUIRED = record("{'name':'a','type':'string'},{'name':'b','type':'int'}");
    private static final Schema OTHER_TYPE = record("{'name':'a','type':'int'}");

    @ParameterizedTest
    @CsvSource({
        "NONE, true, true, true",
        "BACKWARD, true, false, false",
        "FORWARD, true, true, false",
        "FULL, true, false, false",
        "FULL_TRANSITIVE, true, false, false"
    })
    void judgesTheNextVersionByItsLevel(
            Compatibility level, boolean optionalField, boolean requiredField, boolean otherType) {
        assertThat(level.violations(WITH_OPTIONAL, List.of(ONE)).isEmpty()).isEqualTo(optionalField);
        assertThat(level.violations(WITH_REQUIRED, List.of(ONE)).isEmpty()).isEqualTo(requiredField);
        assertThat(level.violations(OTHER_TYPE, List.of(ONE)).isEmpty()).isEqualTo(otherType);
    }

    @Test
    void onlyTransitiveLevelsLookBeyondTheNewestVersion() {
        var before = List.of(OTHER_TYPE, ONE);
        assertThat(Compatibility.FULL.violations(ONE, before)).isEmpty();
        assertThat(Compatibility.FULL_TRANSITIVE.violations(ONE, before)).hasSize(2);
        assertThat(Compatibility.BACKWARD_TRANSITIVE.violations(ONE, before)).hasSize(1);
        assertThat(Compatibility.FORWARD_TRANSITIVE.violations(ONE, before)).hasSize(1);
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertThat(Compatibility.BACKWARD.violations(WITH_REQUIRED, List.of(ONE)))
                .singleElement()
                .asString()
                .contains("cannot read an earlier one", "READER_FIELD_MISSING_DEFAULT_VALUE", "/fields/1");
    }

    private static Schema record(String fields) {
        return new Schema.Parser().parse(("{'type':'record','name':'E','fields':[" + fields + "]}").replace('\'', '"'));
    }
}
