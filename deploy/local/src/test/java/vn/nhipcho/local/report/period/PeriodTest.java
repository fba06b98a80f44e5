package vn.nhipcho.local.report.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    /** Decree 09/2019/NĐ-CP, article 12. */
    @ParameterizedTest
    @CsvSource({
        "2022-07,  2022-06-15, 2022-07-14",
        "2022-01,  2021-12-15, 2022-01-14",
        "2024-03,  2024-02-15, 2024-03-14",
        "2022-Q1,  2021-12-15, 2022-03-14",
        "2022-Q3,  2022-06-15, 2022-09-14",
        "2022-H1,  2021-12-15, 2022-06-14",
        "2022-H2,  2022-06-15, 2022-12-14",
        "2022,     2021-12-15, 2022-12-14",
        "2022-W30, 2022-07-25, 2022-07-31",
        "2020-W53, 2020-12-28, 2021-01-03",
        "2025-W01, 2024-12-30, 2025-01-05",
    })
    void knowsTheDatesOfStateAgencies(String code, LocalDate from, LocalDate to) {
        Period period = PeriodCode.parse(code, ReportingCalendar.ADMIN);

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-07,  2022-07-01, 2022-07-31",
        "2024-02,  2024-02-01, 2024-02-29",
        "2022-Q3,  2022-07-01, 2022-09-30",
        "2022-H1,  2022-01-01, 2022-06-30",
        "2022,     2022-01-01, 2022-12-31",
        "2022-W30, 2022-07-25, 2022-07-31",
    })
    void knowsTheDatesOfTheCommonCalendar(String code, LocalDate from, LocalDate to) {
        Period period = PeriodCode.parse(code, ReportingCalendar.CALENDAR);

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2022-7", "2022-13", "2022-00", "2022-Q5", "2022-H3", "22", "2022-W54", "2021-W53", "2022 "})
    void refusesWhatIsNoPeriod(String code) {
        assertThatThrownBy(() -> PeriodCode.parse(code, ReportingCalendar.ADMIN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addsUpFromTheFifteenthOfDecember() {
        Period ytd = PeriodCode.parse("2022-07", ReportingCalendar.ADMIN).yearToDate();

        assertThat(ytd.from()).isEqualTo("2021-12-15");
        assertThat(ytd.to()).isEqualTo("2022-07-14");
    }

    @Test
    void countsDaysAfterTheFourteenthOfDecemberToTheNextYear() {
        Period late = Period.between(LocalDate.of(2022, 12, 10), LocalDate.of(2022, 12, 20), ReportingCalendar.ADMIN);

        assertThat(late.year().code()).isEqualTo("2023");
        assertThat(late.yearToDate().from()).isEqualTo("2022-12-15");
    }

    @Test
    void hasNoFiftyThirdWeekToCompareWithWhereThatYearHasNone() {
        assertThat(PeriodCode.parse("2020-W53", ReportingCalendar.ADMIN).lastYear())
                .isEmpty();
        assertThat(PeriodCode.parse("2021-W52", ReportingCalendar.ADMIN).lastYear())
                .hasValueSatisfying(week -> assertThat(week.code()).isEqualTo("2020-W52"));
    }

    @Test
    void comparesTheLastDayOfFebruaryOfALeapYearWithTheOneBefore() {
        Period leap = Period.between(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 2, 29), ReportingCalendar.CALENDAR);

        assertThat(leap.lastYear().orElseThrow().from()).isEqualTo("2023-02-28");
    }

    @Test
    void endsWithTheFiguresWhereItIsNotOver() {
        Period month = PeriodCode.parse("2022-07", ReportingCalendar.ADMIN);

        assertThat(month.until(LocalDate.of(2022, 7, 1)).to()).isEqualTo("2022-07-01");
        assertThat(month.until(LocalDate.of(2022, 8, 1))).isEqualTo(month);
    }

    @Test
    void refusesToEndBeforeItBegins() {
        assertThatThrownBy(() ->
                        Period.between(LocalDate.of(2022, 7, 2), LocalDate.of(2022, 7, 1), ReportingCalendar.ADMIN))
                .hasMessageContaining("2022-07-01, before it begins on 2022-07-02");
    }
}
