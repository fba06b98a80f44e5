package vn.nhipcho.local.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Where each part of the column chart stands, in the units of its drawing; a year earlier is a short line at its height. */
final class TrendChart {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 120;
    private static final double TOP = 14;

    private TrendChart() {}

    static Map<String, Object> of(Page.Trend trend, Words words) {
        long highest = trend.bars().stream()
                .flatMap(bar -> Stream.of(bar.value(), bar.before() == null ? 0L : bar.before()))
                .max(Long::compare)
                .filter(most -> most > 0)
                .orElse(1L);
        double step = WIDTH / trend.bars().size();
        Formats formats = new Formats(words);
        List<Map<String, Object>> bars = new ArrayList<>();
        for (int i = 0; i < trend.bars().size(); i++) {
            Page.Bar bar = trend.bars().get(i);
            double height = scaled(bar.value(), highest);
            double middle = step * (i + 0.5);
            bars.add(Map.ofEntries(
                    Map.entry("x", number(step * i + step * 0.2)),
                    Map.entry("y", number(TOP + HEIGHT - height)),
                    Map.entry("width", number(step * 0.6)),
                    Map.entry("height", number(height)),
                    Map.entry("middle", number(middle)),
                    Map.entry("valueY", number(TOP + HEIGHT - height - 3)),
                    Map.entry("value", formats.count(bar.value()) + (bar.isProvisional() ? "*" : "")),
                    Map.entry("label", bar.label()),
                    Map.entry("style", bar.isOfPeriod() ? "now" : "then"),
                    Map.entry("hasBefore", bar.before() != null),
                    Map.entry("beforeX", number(step * i + step * 0.1)),
                    Map.entry("beforeEnd", number(step * i + step * 0.9)),
                    Map.entry(
                            "beforeY",
                            number(TOP + HEIGHT - scaled(bar.before() == null ? 0 : bar.before(), highest)))));
        }
        return Map.of(
                "title", trend.title(),
                "note", trend.note(),
                "bars", bars,
                "base", number(TOP + HEIGHT),
                "labels", number(TOP + HEIGHT + 13),
                "viewBox", "0 0 %s %s".formatted(number(WIDTH), number(TOP + HEIGHT + 18)),
                "right", number(WIDTH));
    }

    private static double scaled(long value, long highest) {
        return HEIGHT * value / highest;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
