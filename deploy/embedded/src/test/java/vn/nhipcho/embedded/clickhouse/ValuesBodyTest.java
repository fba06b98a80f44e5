package vn.nhipcho.embedded.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesBodyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "('a'), ('b')",
                "('a;b'), ('it''s; \\'; '), (`;`, \";\")",
                "(1 - 2, 4 / 2) -- ; a comment\n, (3)",
                "(1) /* ; * ; **/, (2)"
            })
    void handsOutTheRowsAndLeavesTheClosingSemicolonAway(String rows) throws IOException {
        for (String end : new String[] {"", ";", " ; \n ", "; -- end ; here", "; /* end * */ ;", ";/**/"}) {
            assertThat(read(rows + end).strip()).as(rows + end).isEqualTo(rows.strip());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(1); (2)",
                "(1);DROP TABLE t",
                "(1); 'a'",
                "(1); /* */ x",
                "(1); -- c\n x",
                "(1); - x",
                "(1); / 2"
            })
    void refusesWhatComesBehindTheSemicolonBeforeHandingOutTheRows(String text) {
        for (int bufferSize : new int[] {1, 3, 4096}) {
            InputStream rows = body(text);
            byte[] buffer = new byte[bufferSize];
            assertThatThrownBy(() -> {
                        while (rows.read(buffer, 0, bufferSize) >= 0) {
                            assertThat(buffer).doesNotContain(';');
                        }
                    })
                    .isInstanceOf(BadRequest.class)
                    .hasMessageContaining("behind the semicolon");
        }
    }

    private static String read(String text) throws IOException {
        return new String(body(text).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static ValuesBody body(String text) {
        return new ValuesBody(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
