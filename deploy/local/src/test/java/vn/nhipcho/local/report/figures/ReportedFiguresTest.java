package vn.nhipcho.local.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhipcho.local.report.figures.ReportedFigures.Reported;
import vn.nhipcho.local.report.period.Period;
import vn.nhipcho.local.report.period.PeriodCode;
import vn.nhipcho.local.report.period.ReportingCalendar;

class ReportedFiguresTest {
    private static Reported turns(String period, String platform, long value) {
        return new Reported(
                "training_turns", period, platform, BigDecimal.valueOf(value), "BC " + period, LocalDate.EPOCH);
    }

    private static Period period(String code) {
        return PeriodCode.parse(code, ReportingCalendar.ADMIN);
    }

    @Test
    void addsThePlatformsUp() {
        var figures = new ReportedFigures(List.of(turns("2022-07", "voso", 120), turns("2022-07", "buudien", 30)));

        assertThat(figures.of("training_turns", period("2022-07")))
                .hasValueSatisfying(total -> assertThat(total.value()).isEqualByComparingTo("150"));
    }

    @Test
    void takesTheDocumentsOwnSumRatherThanAddingItsPartsToIt() {
        var figures = new ReportedFigures(List.of(turns("2022-07", "", 149), turns("2022-07", "voso", 120)));

        assertThat(figures.of("training_turns", period("2022-07")).orElseThrow().value())
                .isEqualByComparingTo("149");
    }

    @Test
    void saysOfHowManyMonthsASumIs() {
        var figures = new ReportedFigures(List.of(turns("2022-07", "", 100), turns("2022-08", "", 50)));
        var total = figures.of("training_turns", period("2022-Q3")).orElseThrow();

        assertThat(total.value()).isEqualByComparingTo("150");
        assertThat(total.months()).isEqualTo(2);
        assertThat(total.ofMonths()).isEqualTo(3);
        assertThat(total.isComplete()).isFalse();
        assertThat(total.documents()).isEqualTo("BC 2022-07; BC 2022-08");
    }

    @Test
    void prefersWhatWasReportedOfTheWholePeriod() {
        var figures = new ReportedFigures(List.of(turns("2022-07", "", 100), turns("2022-Q3", "", 400)));

        assertThat(figures.of("training_turns", period("2022-Q3")).orElseThrow().value())
                .isEqualByComparingTo("400");
    }

    @Test
    void knowsNothingRatherThanZero() {
        var figures = new ReportedFigures(List.of(turns("2022-07", "", 100)));

        assertThat(figures.of("training_turns", period("2022-08"))).isEmpty();
        assertThat(figures.of("press_items", period("2022-07"))).isEmpty();
    }

    @Test
    void addsTheMonthsOfTheYearUpToTheOneThePeriodEndsIn() {
        var figures = new ReportedFigures(
                List.of(turns("2022-01", "", 10), turns("2022-07", "", 100), turns("2022-08", "", 1_000)));
        var total = figures.yearToDate("training_turns", period("2022-07")).orElseThrow();

        assertThat(total.value()).isEqualByComparingTo("110");
        assertThat(total.months()).isEqualTo(2);
        assertThat(total.ofMonths()).isEqualTo(7);
        assertThat(figures.yearToDate("training_turns", period("2022-W30"))).isEmpty();
    }
}
