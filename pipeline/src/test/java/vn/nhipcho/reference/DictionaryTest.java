package vn.nhipcho.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.nhipcho.alert.Cause;
import vn.nhipcho.alert.Severity;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.lifecycle.Stage;
import vn.nhipcho.notifier.Contacts;

class DictionaryTest {
    private static final List<CSVRecord> ROWS = ReferenceFile.rows("words.csv");

    @Test
    void hasAWordForEveryCodeThatTheJobsWrite() {
        assertThat(codes("stage")).isEqualTo(names(Stage.values()));
        assertThat(codes("severity")).isEqualTo(lowerCase(names(Severity.values())));
        assertThat(codes("contact_outcome")).isEqualTo(names(Contacts.Outcome.values()));
        assertThat(codes("dead_letter_reason")).isEqualTo(names(DeadLetterReason.values()));
        assertThat(codes("cause"))
                .isEqualTo(Arrays.stream(Cause.values()).map(Cause::code).collect(Collectors.toSet()));
    }

    @Test
    void tellsEveryCauseItsNextStep() {
        for (Cause cause : Cause.values()) {
            assertThat(cause.nextStep()).isNotEqualTo(cause.code()).endsWith(".");
        }
    }

    @Test
    void saysEachThingOnceInBothLanguagesAndInComposedForm() {
        assertThat(ROWS)
                .extracting(row -> row.get("kind") + ' ' + row.get("code"))
                .doesNotHaveDuplicates();
        for (CSVRecord row : ROWS) {
            for (String language : List.of("name_vi", "name_en")) {
                assertThat(row.get(language))
                        .as(row.toString())
                        .isNotBlank()
                        .isEqualTo(row.get(language).strip())
                        .matches(word -> Normalizer.isNormalized(word, Normalizer.Form.NFC));
            }
        }
    }

    @Test
    void leavesACodeItDoesNotKnow() {
        assertThat(Dictionary.vietnamese("stage", "ACTIVATED")).isEqualTo("Đã kích hoạt");
        assertThat(Dictionary.vietnamese("stage", "NO_SUCH")).isEqualTo("NO_SUCH");
    }

    private static Set<String> codes(String kind) {
        return ROWS.stream()
                .filter(row -> row.get("kind").equals(kind))
                .map(row -> row.get("code"))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    private static Set<String> lowerCase(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
