package vn.nhipcho.local.report;

import vn.nhipcho.local.report.page.Formats;
import vn.nhipcho.local.report.page.Words;
import vn.nhipcho.local.report.period.Period;

/** What a period is called, its dates always with it. */
final class PeriodWords {
    private PeriodWords() {}

    static String of(Period period, Words words) {
        var formats = new Formats(words);
        String dates = words.of("period.dates", formats.date(period.from()), formats.date(period.to()));
        return switch (period.kind()) {
            case RANGE -> words.of("period.range", dates);
            case WEEK -> words.of("period.week", period.number(), period.yearNumber(), dates);
            case MONTH -> words.of("period.month", period.number(), period.yearNumber(), dates);
            case QUARTER -> words.of("period.quarter." + period.number(), period.yearNumber(), dates);
            case HALF_YEAR -> words.of("period.half." + period.number(), period.yearNumber(), dates);
            case YEAR -> words.of("period.year", period.yearNumber(), dates);
        };
    }
}
