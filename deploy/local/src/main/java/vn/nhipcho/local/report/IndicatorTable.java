package vn.nhipcho.local.report;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhipcho.local.report.Indicator.Nature;
import vn.nhipcho.local.report.figures.Measure;
import vn.nhipcho.local.report.figures.Measures;
import vn.nhipcho.local.report.figures.ReportedFigures.Total;
import vn.nhipcho.local.report.figures.Target;
import vn.nhipcho.local.report.page.Cell;
import vn.nhipcho.local.report.page.Column;
import vn.nhipcho.local.report.page.Formats;
import vn.nhipcho.local.report.page.Row;
import vn.nhipcho.local.report.page.State;
import vn.nhipcho.local.report.page.Table;
import vn.nhipcho.local.report.page.Unit;
import vn.nhipcho.local.report.page.Words;
import vn.nhipcho.local.report.period.Period;

/** The indicator list of the ministry's reports: actual, the same period last year, cumulative, target. */
final class IndicatorTable {
    private static final BigDecimal ON_PLAN = BigDecimal.valueOf(100);
    private static final BigDecimal BEHIND = BigDecimal.valueOf(80);

    private final ReportData data;
    private final Words words;
    private final Formats formats;

    IndicatorTable(ReportData data, Words words) {
        this.data = data;
        this.words = words;
        this.formats = new Formats(words);
    }

    Table table() {
        List<Row> rows = new ArrayList<>();
        String group = "";
        for (Indicator indicator : Indicator.ALL) {
            if (!indicator.group().equals(group)) {
                group = indicator.group();
                rows.add(Row.heading(group, words.of("group." + group)));
            }
            rows.add(row(indicator));
        }
        List<Column> columns = List.of(
                Column.text("unit", words.of("column.unit")),
                Column.text("actual", words.of("column.actual")),
                Column.text("last_year", words.of("column.last_year")),
                Column.text("change", words.of("column.change")),
                Column.text("cumulative", words.of("column.cumulative")),
                Column.text("target", words.of("column.target")),
                Column.text("achieved", words.of("column.achieved")));
        return new Table(
                "indicators", words.of("table.indicators"), words.of("column.indicator"), columns, rows, notes());
    }

    private List<String> notes() {
        if (!data.comparison().isPossible() || data.comparison().isOfAll()) {
            return List.of();
        }
        String names = String.join(
                ", ",
                data.comparison().marketplaces().stream()
                        .map(marketplace -> marketplace.name().name())
                        .toList());
        return List.of(words.of(
                "note.comparison",
                data.comparison().marketplaces().size(),
                data.platforms().successions().size(),
                names));
    }

    private Row row(Indicator indicator) {
        Cell actual = actual(indicator);
        Cell cumulative = cumulative(indicator);
        Cell lastYear = lastYear(indicator);
        Optional<Target> target = target(indicator);
        return new Row(
                indicator.id(),
                words.of("indicator." + indicator.id()),
                Row.Style.PLAIN,
                List.of(
                        unit(indicator),
                        actual,
                        lastYear,
                        change(indicator, lastYear),
                        cumulative,
                        target.map(found -> targetCell(indicator, found)).orElse(Cell.NONE),
                        target.map(found -> achieved(indicator, found, actual, cumulative))
                                .orElse(Cell.NONE)));
    }

    private Cell unit(Indicator indicator) {
        String forPeople = words.of("counted." + indicator.id());
        boolean isDivided = indicator.unit() == Unit.MONEY || indicator.unit() == Unit.QUANTITY;
        return Cell.unit(
                forPeople, isDivided ? words.of("unit.exact." + indicator.unit().name()) : forPeople);
    }

    /** As measured; failing that as a document reports it. */
    private Cell actual(Indicator indicator) {
        if (indicator.nature() != Nature.REPORTED && data.isKnown(data.measured())) {
            return measured(indicator, data.current(), data.measured());
        }
        return data.reported()
                .of(indicator.id(), data.period())
                .map(total -> reported(indicator, total))
                .orElse(Cell.ABSENT);
    }

    private Cell cumulative(Indicator indicator) {
        Period yearToDate = data.measured().yearToDate();
        if (indicator.nature() == Nature.REPORTED || !data.isKnown(yearToDate)) {
            return data.reported()
                    .yearToDate(indicator.id(), data.period())
                    .map(total -> reported(indicator, total))
                    .orElse(Cell.ABSENT);
        }
        if (indicator.nature() == Nature.STOCK) {
            return Cell.NONE;
        }
        return measured(indicator, data.yearToDate(), yearToDate);
    }

    private Cell lastYear(Indicator indicator) {
        Optional<Period> before = data.period().lastYear();
        if (indicator.nature() == Nature.REPORTED) {
            return before.flatMap(period -> data.reported().of(indicator.id(), period))
                    .map(total -> reported(indicator, total))
                    .orElse(Cell.ABSENT);
        }
        return isComparable(indicator)
                ? measured(
                        indicator,
                        data.comparison().lastYear(),
                        data.measured().lastYear().orElseThrow())
                : Cell.ABSENT;
    }

    private boolean isComparable(Indicator indicator) {
        return data.comparison().isPossible()
                && (data.comparison().isOfAll() || indicator.part().isOfPlatforms());
    }

    private Cell change(Indicator indicator, Cell lastYear) {
        if (!lastYear.isNumber() || lastYear.amount().signum() == 0 || isReportedInPart(indicator)) {
            return Cell.NONE;
        }
        Cell now = indicator.nature() == Nature.REPORTED
                ? actual(indicator)
                : measured(indicator, data.comparison().current(), data.measured());
        if (!now.isNumber() || indicator.unit() == Unit.PERCENT) {
            // A rate's change in per cent of itself is read as one in points: both are there to be compared.
            return Cell.NONE;
        }
        Cell change = Cell.number(Ratios.change(now.amount(), lastYear.amount()), Unit.CHANGE);
        boolean isOfFew = lastYear.state() == State.GREY
                || indicator.unit() == Unit.COUNT && lastYear.amount().longValue() < Ratios.FEWEST_CASES
                || indicator.part() != null
                        && indicator.part().isOfTraders()
                        && data.comparison().lastYear().count(Measure.TRANSACTIONS) < Ratios.FEWEST_CASES;
        return isOfFew ? change.in(State.GREY) : change;
    }

    /** Sums of some months each are not of the same months. */
    private boolean isReportedInPart(Indicator indicator) {
        return indicator.nature() == Nature.REPORTED
                && Stream.of(Optional.of(data.period()), data.period().lastYear())
                        .flatMap(Optional::stream)
                        .flatMap(period -> data.reported().of(indicator.id(), period).stream())
                        .anyMatch(total -> !total.isComplete());
    }

    private Cell measured(Indicator indicator, Measures measures, Period period) {
        if (measures.isOfTooFew(indicator.part())) {
            return Cell.FEW;
        }
        Cell cell = indicator.isRatio() ? ratio(indicator, measures) : number(indicator, measures);
        boolean isOpen = indicator.nature() == Nature.RATE_OF_PLACED && !data.isRateSettled(period);
        return isOpen && cell.isNumber() && cell.state() == State.PLAIN ? cell.in(State.PROVISIONAL) : cell;
    }

    private Cell number(Indicator indicator, Measures measures) {
        Cell cell = Cell.number(measures.of(indicator.part()), indicator.unit());
        long unconverted = measures.count(Measure.LINES_UNCONVERTED);
        return indicator.part() == Measure.QUANTITY && unconverted > 0
                ? cell.noted(words.of(
                        "note.unconverted",
                        formats.count(unconverted),
                        formats.count(measures.count(Measure.DELIVERED_LINES))))
                : cell;
    }

    private Cell ratio(Indicator indicator, Measures measures) {
        BigDecimal part = measures.of(indicator.part());
        BigDecimal whole = measures.of(indicator.whole());
        if (whole.signum() == 0) {
            return Cell.ABSENT;
        }
        boolean isPercent = indicator.unit() == Unit.PERCENT;
        BigDecimal value = isPercent ? Ratios.percent(part, whole) : Ratios.quotient(part, whole);
        String parts = isPercent
                ? formats.count(part.longValueExact()) + "/" + formats.count(whole.longValueExact())
                : formats.money(part) + "/" + formats.count(whole.longValueExact());
        Cell cell = Cell.number(value, indicator.unit()).noted(parts);
        return whole.longValue() < Ratios.FEWEST_CASES ? cell.in(State.GREY) : cell;
    }

    private Cell reported(Indicator indicator, Total total) {
        Cell cell = Cell.number(total.value(), indicator.unit()).noted(words.of("note.as_reported"));
        return total.isComplete() ? cell : cell.noted(words.of("note.months_of", total.months(), total.ofMonths()));
    }

    /** That of the period itself, failing that of the reporting year. */
    private Optional<Target> target(Indicator indicator) {
        return data.target(indicator.id(), data.period().code())
                .or(() -> data.target(indicator.id(), data.period().year().code()));
    }

    private Cell targetCell(Indicator indicator, Target target) {
        Cell cell = Cell.number(target.value(), indicator.unit());
        return target.period().equals(data.period().code()) ? cell : cell.noted(words.of("note.year", target.period()));
    }

    private Cell achieved(Indicator indicator, Target target, Cell actual, Cell cumulative) {
        boolean isOfPeriod = target.period().equals(data.period().code());
        Cell counted = isOfPeriod || indicator.nature() == Nature.STOCK || indicator.isRatio() ? actual : cumulative;
        if (!counted.isNumber() || target.value().signum() == 0) {
            return Cell.NONE;
        }
        BigDecimal percent = Ratios.percent(counted.amount(), target.value());
        Cell cell = Cell.number(percent, Unit.PERCENT);
        if (counted.state() == State.GREY) {
            return cell.in(State.GREY);
        }
        boolean isYearsFlow = !isOfPeriod
                && !indicator.isRatio()
                && (indicator.nature() == Nature.FLOW || indicator.nature() == Nature.REPORTED);
        BigDecimal progress = isYearsFlow ? Ratios.quotient(percent, elapsedShareOfYear()) : percent;
        return cell.in(state(progress));
    }

    /** Of the year's target a share is expected that grows by the day. */
    private BigDecimal elapsedShareOfYear() {
        Period year = data.period().year();
        long days = ChronoUnit.DAYS.between(year.from(), year.to()) + 1;
        long elapsed = ChronoUnit.DAYS.between(year.from(), data.measured().to()) + 1;
        return Ratios.quotient(BigDecimal.valueOf(elapsed), BigDecimal.valueOf(days));
    }

    private static State state(BigDecimal progress) {
        if (progress.compareTo(ON_PLAN) >= 0) {
            return State.ON_PLAN;
        }
        return progress.compareTo(BEHIND) >= 0 ? State.BEHIND : State.AT_RISK;
    }
}
