package vn.nhipcho.dashboards.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PanelSqlTest {
    private static final TimeRange RANGE =
            new TimeRange(Instant.parse("2026-08-19T20:00:00Z"), Instant.parse("2026-08-21T20:00:00Z"));
    private static final Interval FIVE_MINUTES = new Interval(Duration.ofMinutes(5));
    private static final Variable ALL_DISTRICTS = Variable.all(
            "district", List.of(new Variable.Option("930", "Thành phố Vị Thanh"), Variable.Option.of("931")));
    private static final Variable TWO_DISTRICTS = Variable.many("district", "930", "O'Mon");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $__timeFilter(ts)            | ts >= toDateTime(1787169600) AND ts <= toDateTime(1787342400)
            $__timeFilter_ms(ts)         | ts >= fromUnixTimestamp64Milli(1787169600000) AND ts <= fromUnixTimestamp64Milli(1787342400000)
            $__dateFilter(d)             | d >= toDate('2026-08-19') AND d <= toDate('2026-08-21')
            $__dateTimeFilter(d, ts)     | (d >= toDate('2026-08-19') AND d <= toDate('2026-08-21')) AND (ts >= toDateTime(1787169600) AND ts <= toDateTime(1787342400))
            $__dt(d, ts)                 | (d >= toDate('2026-08-19') AND d <= toDate('2026-08-21')) AND (ts >= toDateTime(1787169600) AND ts <= toDateTime(1787342400))
            $__fromTime                  | toDateTime(1787169600)
            $__toTime                    | toDateTime(1787342400)
            $__fromTime_ms               | fromUnixTimestamp64Milli(1787169600000)
            $__toTime_ms                 | fromUnixTimestamp64Milli(1787342400000)
            $__timeFrom(ts)              | ts >= toDateTime(1787169600)
            $__timeTo(ts)                | ts <= toDateTime(1787342400)
            $__timeInterval(ts)          | toStartOfInterval(toDateTime(ts), INTERVAL 300 second)
            $__timeInterval_ms(ts)       | toStartOfInterval(toDateTime64(ts, 3), INTERVAL 300000 millisecond)
            $__timeGroup(ts, 5m)         | toStartOfInterval(toDateTime(ts), INTERVAL 300 second)
            $__timeGroup(ts, 24h)        | toStartOfInterval(toDateTime(ts), INTERVAL 86400 second)
            $__interval_s                | 300
            $__interval                  | 5m
            $__interval_ms               | 300000
            ${__from}                    | 1787169600000
            $__to                        | 1787342400000
            $__adHocFilters('t')         | additional_table_filters={}
            $__timeFilter(toDateTime(a)) | toDateTime(a) >= toDateTime(1787169600) AND toDateTime(a) <= toDateTime(1787342400)
            toDate($__toTime, 'UTC')     | toDate(toDateTime(1787342400), 'UTC')
            $__timeFrom(f($__toTime))    | f(toDateTime(1787342400)) >= toDateTime(1787169600)
            """, quoteCharacter = '\u0001')
    void writesOutEveryMacro(String macro, String written) {
        assertThat(expand(macro)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ${v:singlequote} ; 'a','b\\'c','d\\\\'
            ${v:sqlstring} ; 'a','b''c','d\\\\'
            ${v:doublequote} ; "a","b'c","d\\\\"
            ${v:json} ; ["a","b'c","d\\\\"]
            ${v:regex} ; (a|b'c|d\\\\)
            ${v:percentencode} ; %7Ba%2Cb%27c%2Cd%5C%7D
            ${v:queryparam} ; var-v=a&var-v=b%27c&var-v=d%5C
            ${v:text} ; a + b'c + d\\
            [[v:singlequote]] ; 'a','b\\'c','d\\\\'
            """, quoteCharacter = '\u0001')
    void writesEveryFormatWithQuotesAndBackslashes(String reference, String written) {
        assertThat(expand(reference, Variable.many("v", "a", "b'c", "d\\"))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ${v:raw}   ; a,b
            ${v:csv}   ; a,b
            ${v:pipe}  ; a|b
            $v         ; 'a','b'
            ${v}       ; 'a','b'
            """, quoteCharacter = '\u0001')
    void writesUnquotedFormatsOfPlainWords(String reference, String written) {
        assertThat(expand(reference.strip(), Variable.many("v", "a", "b"))).isEqualTo(written.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"${v:raw}", "${v:csv}", "${v:pipe}", "$v", "${v}", "[[v]]"})
    void refusesToWriteAQuoteWithoutEscapingIt(String reference) {
        assertThatThrownBy(() -> expand(reference, Variable.many("v", "a", "b'c")))
                .isInstanceOf(SqlTemplateException.class)
                .hasMessageContaining("${v:singlequote}");
    }

    @Test
    void writesAVariableOfOneValueAsItIs() {
        assertThat(expand("date_trunc('${grain:raw}', ts) AS $grain", Variable.one("grain", "month")))
                .isEqualTo("date_trunc('month', ts) AS month");
        assertThat(expand("if('${lang:raw}' = 'en', reason_en, reason)", Variable.one("lang", "vi")))
                .isEqualTo("if('vi' = 'en', reason_en, reason)");
        assertThat(expand("${lang:json}", Variable.one("lang", "vi"))).isEqualTo("vi");
    }

    @Test
    void writesAllAsEveryOption() {
        assertThat(expand("${district:singlequote}", ALL_DISTRICTS)).isEqualTo("'930','931'");
        assertThat(expand("${district:text}", ALL_DISTRICTS)).isEqualTo("All");
        assertThat(expand("${district:queryparam}", ALL_DISTRICTS)).isEqualTo("var-district=%24__all");
    }

    @Test
    void dropsAConditionWhenAllIsChosen() {
        String sql = "a AND $__conditionalAll(district IN (${district:singlequote}), $district) AND b";

        assertThat(expand(sql, ALL_DISTRICTS)).isEqualTo("a AND 1=1 AND b");
        assertThat(expand(sql, Variable.many("district"))).isEqualTo("a AND 1=1 AND b");
        assertThat(expand(sql, TWO_DISTRICTS)).isEqualTo("a AND district IN ('930','O\\'Mon') AND b");
        assertThat(expand(sql.replace(", $district)", ", ${district})"), TWO_DISTRICTS))
                .isEqualTo("a AND district IN ('930','O\\'Mon') AND b");
    }

    @Test
    void resolvesAConditionWithinACondition() {
        String sql =
                "$__conditionalAll((a IN (${a:singlequote}) AND $__conditionalAll(b IN (${b:singlequote}), $b)), $a)";

        assertThat(expand(sql, Variable.many("a", "x"), Variable.all("b", List.of())))
                .isEqualTo("(a IN ('x') AND 1=1)");
        assertThat(expand(sql, Variable.many("a", "x"), Variable.many("b", "y")))
                .isEqualTo("(a IN ('x') AND b IN ('y'))");
        assertThat(expand(sql, Variable.all("a", List.of()), Variable.many("b", "y")))
                .isEqualTo("1=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$__conditionalAll(d IN (${district:singlequote}), ${district:raw})",
                "$__conditionalAll(d IN (${district:singlequote}))",
                "$__conditionalAll(d = 'a,b', $district)",
                "$__conditionalAll(d = ')', $district)",
                "$__conditionalAll(d, e, $district)",
                "$__conditionalAll(d, $nobody)",
                "$__conditionalAll(d, $district",
                "$__conditionalAll",
            })
    void refusesConditionsThatGrafanaMisreads(String sql) {
        assertThatThrownBy(() -> expand(sql, TWO_DISTRICTS)).isInstanceOf(SqlTemplateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$nobody",
                "${nobody:singlequote}",
                "[[nobody]]",
                "${district:sql}",
                "$__rateColumns(a)",
                "$__timeFilter",
                "$__timeFilter()",
                "$__timeFilter(a, b)",
                "$__timeGroup(ts, 1d)",
                "$__timeGroup(ts)",
                "US$ 5",
                "${district",
                "'unclosed",
            })
    void refusesWhatGrafanaWouldLeaveOrBreak(String sql) {
        assertThatThrownBy(() -> expand(sql, TWO_DISTRICTS)).isInstanceOf(SqlTemplateException.class);
    }

    @Test
    void leavesCommentsOutAndQuotedTextsAlone() {
        assertThat(expand("SELECT 1 -- $nobody\n, 2 /* $__timeFilter */, '-- a', 'it\\'s /* b */', `-- c`"))
                .isEqualTo("SELECT 1 \n, 2  , '-- a', 'it\\'s /* b */', `-- c`");
    }

    @Test
    void neverReadsAValueAsAMacro() {
        assertThat(expand("${v:singlequote}", Variable.many("v", "$__toTime ${v:raw} $__conditionalAll(")))
                .isEqualTo("'$__toTime ${v:raw} $__conditionalAll('");
    }

    @Test
    void roundsTheIntervalAndKeepsItAbovePanelsOwn() {
        assertThat(Interval.of(RANGE, 600, Duration.ZERO).width()).isEqualTo(Duration.ofMinutes(5));
        assertThat(Interval.of(RANGE, 600, Duration.ofHours(1)).text()).isEqualTo("1h");
        assertThat(new Interval(Duration.ofDays(1)).text()).isEqualTo("1d");
        assertThat(new Interval(Duration.ofSeconds(90)).text()).isEqualTo("90s");
        assertThat(new Interval(Duration.ofMillis(10)).seconds()).isEqualTo(1);
    }

    private static String expand(String sql, Variable... variables) {
        return PanelSql.expand(sql, Variables.of(variables), RANGE, FIVE_MINUTES);
    }
}
