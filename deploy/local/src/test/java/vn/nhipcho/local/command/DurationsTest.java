package vn.nhipcho.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipcho.local.WrongUse;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"0,PT0S", "72h,PT72H", "30m,PT30M", "10s,PT10S", "500ms,PT0.5S", "2d,PT48H", "PT1H30M,PT1H30M"})
    void readsWhatPeopleWrite(String text, Duration expected) {
        assertThat(Durations.parse("--disorder", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "72", "h", "-1h", "1.5h", "99999999999h", "soon"})
    void namesTheOptionAndAnExampleForAnythingElse(String text) {
        assertThatThrownBy(() -> Durations.parse("--disorder", text))
                .isInstanceOf(WrongUse.class)
                .hasMessage("--disorder: '" + text + "' is no duration; write it like 72h, 30m or 10s");
    }
}
