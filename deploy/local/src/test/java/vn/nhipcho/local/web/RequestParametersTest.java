package vn.nhipcho.local.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipcho.dashboards.sql.TimeRange;

class RequestParametersTest {
    @Test
    void readsTheRangeAndWhatIsAskedOfEachVariable() throws Exception {
        var asked = RequestParameters.of("from=1761000000000&to=1764000000000&var-district=930&var-district=935"
                + "&var-commodity=Ch%C3%B4m+ch%C3%B4m&theme=dark");

        assertThat(asked.range())
                .isEqualTo(new TimeRange(
                        Instant.ofEpochMilli(1_761_000_000_000L), Instant.ofEpochMilli(1_764_000_000_000L)));
        assertThat(asked.variables())
                .containsOnlyKeys("district", "commodity")
                .containsEntry("district", List.of("930", "935"))
                .containsEntry("commodity", List.of("Chôm chôm"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "from=1761000000000",
                "from=now-30d&to=now",
                "from=1764000000000&to=1761000000000",
                "from=1761000000000&from=1761000000001&to=1764000000000",
                "from=-1&to=1764000000000",
                "from=1&to=1764000000000",
                "from=1761000000000&to=9999999999999",
                "from=1761000000000&to=99999999999999999999"
            })
    void refusesARangeThatIsNone(String query) throws Exception {
        var asked = RequestParameters.of(query);

        assertThatThrownBy(asked::range).isInstanceOf(BadRequest.class);
    }

    @Test
    void refusesAQueryStringThatCannotBeDecoded() {
        assertThatThrownBy(() -> RequestParameters.of("var-district=%zz"))
                .isInstanceOf(BadRequest.class)
                .hasMessageStartingWith("The query string is malformed");
    }
}
