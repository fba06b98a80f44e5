package vn.nhipcho.local.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipcho.dashboards.sql.TimeRange;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.web.Choices.Strictness;

class ChoicesTest {
    private static final TimeRange RANGE =
            new TimeRange(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z"));

    private final List<String> asked = new ArrayList<>();
    private final Options options =
            new Options(new RecentAnswers(this::answer, InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z"))));

    @Test
    void beginsWithWhatTheDashboardBeginsWith() throws Exception {
        Choices choices = choose(Map.of(), Strictness.REFUSE);

        assertThat(choices.chosen("district")).containsExactly("$__all");
        assertThat(choices.chosen("grain")).containsExactly("week");
    }

    @Test
    void takesOptionsInTheOrderOfTheList() throws Exception {
        Choices choices = choose(Map.of("district", List.of("935", "930"), "grain", List.of("day")), Strictness.REFUSE);

        assertThat(choices.chosen("district")).containsExactly("930", "935");
        assertThat(choices.chosen("grain")).containsExactly("day");
    }

    @Test
    void asksForTheOptionsOfALaterVariableByTheChoiceOfAnEarlierOne() throws Exception {
        choose(Map.of("district", List.of("935")), Strictness.REFUSE);

        assertThat(asked).contains("SELECT code FROM communes WHERE district IN ('935')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"936", "", "930' OR 1 = 1 --", "$district", "930,935"})
    void refusesWhatIsNoOption(String value) {
        assertThatThrownBy(() -> choose(Map.of("district", List.of(value)), Strictness.REFUSE))
                .isInstanceOf(BadRequest.class)
                .hasMessage("'%s' is no option of the variable district", value);
        assertThat(asked).as("before any query can name it").hasSize(1);
    }

    @Test
    void refusesAllWhereThereIsNone() {
        assertThatThrownBy(() -> choose(Map.of("grain", List.of("$__all")), Strictness.REFUSE))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void refusesSeveralValuesOfAVariableThatTakesOneAndAllBesideOthers() {
        assertThatThrownBy(() -> choose(Map.of("grain", List.of("day", "week")), Strictness.REFUSE))
                .hasMessage("The variable grain takes one value here");
        assertThatThrownBy(() -> choose(Map.of("district", List.of("$__all", "930")), Strictness.REFUSE))
                .hasMessage("The variable district takes one value here");
    }

    @Test
    void refusesVariablesThatTheDashboardDoesNotHave() {
        assertThatThrownBy(() -> choose(Map.of("seller", List.of("1")), Strictness.REFUSE))
                .isInstanceOf(BadRequest.class)
                .hasMessage("The dashboard has no variable seller");
    }

    @Test
    void fallsBackFromWhatIsNoLongerAnOption() throws Exception {
        var asked = Map.of("district", List.of("930", "gone"), "grain", List.of("year"), "seller", List.of("1"));
        Choices choices = choose(asked, Strictness.FALL_BACK);

        assertThat(choices.chosen("district")).containsExactly("930");
        assertThat(choices.chosen("grain")).containsExactly("week");
    }

    private Choices choose(Map<String, List<String>> values, Strictness strictness) throws BadRequest, SqlRefused {
        return Choices.of(Dashboards.withVariables(), values, RANGE, options, strictness);
    }

    private JsonNode answer(String sql) {
        asked.add(sql);
        try {
            return new ObjectMapper()
                    .readTree(
                            sql.contains("FROM districts")
                                    ? "{\"data\": [[\"930\", \"Thành phố Vị Thanh\"], [\"935\", \"Huyện Vị Thủy\"]]}"
                                    : "{\"data\": [[\"31338\"]]}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
