package vn.nhipcho.local.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.MissingResourceException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words vi = new Words(Language.VI);
    private final Words en = new Words(Language.EN);

    @Test
    void saysEverythingInBothLanguagesWithTheSamePlaces() {
        assertThat(vi.keys()).isEqualTo(en.keys());
        assertThat(vi.keys()).allSatisfy(key -> assertThat(places(vi.of(key))).isEqualTo(places(en.of(key))));
    }

    @Test
    void isComposed() {
        assertThat(vi.keys()).allMatch(key -> Normalizer.isNormalized(vi.of(key), Normalizer.Form.NFC));
    }

    @Test
    void putsValuesIntoTheirPlaces() {
        assertThat(vi.of("time", "09", "05", "14/7/2022")).isEqualTo("09 giờ 05 phút ngày 14/7/2022");
    }

    @Test
    void tellsWhichWordIsMissing() {
        assertThatThrownBy(() -> vi.of("nothing")).isInstanceOf(MissingResourceException.class);
        assertThat(vi.orCode("place.", "99999")).isEqualTo("99999");
    }

    private static java.util.Set<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(m -> m.group())
                .collect(java.util.stream.Collectors.toSet());
    }
}
