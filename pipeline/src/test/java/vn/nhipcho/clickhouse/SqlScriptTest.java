package vn.nhipcho.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SqlScriptTest {
    @Test
    void splitsAtSemicolonsOutsideStringsNamesAndComments() {
        String script = """
                -- a comment; with a semicolon and an ' apostrophe
                SELECT 'a;b', 'it''s; so', 'back\\'slash;' /* another; ' */ FROM `odd;name`;
                SELECT "c;d" -- last
                """;

        assertThat(SqlScript.statements(script))
                .containsExactly("SELECT 'a;b', 'it''s; so', 'back\\'slash;'   FROM `odd;name`", "SELECT \"c;d\"");
    }

    @Test
    void hasNoStatementInABlankScript() {
        assertThat(SqlScript.statements(" ;\n-- nothing\n;")).isEmpty();
    }

    @Test
    void refusesAStringThatIsNotClosed() {
        assertThatThrownBy(() -> SqlScript.statements("SELECT 'open")).hasMessageContaining("character 7");
    }
}
