package vn.nhipcho.local.callist;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhipcho.local.callist.CallList.Section;
import vn.nhipcho.notifier.Areas;
import vn.nhipcho.notifier.OpenAlert;
import vn.nhipcho.notifier.Words;

/**
 * Writes the call list for a person, in Vietnamese.
 *
 * @param banner of simulated data; empty: the data is real
 * @param newestEvent until when the data goes; null: there is none
 */
public record ListPrinter(Areas areas, ZoneId zone, String currency, String banner, Instant newestEvent) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int ORDERS = 5;

    /** @param snoozed how many are left out until the day agreed for the next call */
    public void print(List<Section> sections, long snoozed, PrintStream out) {
        if (!banner.isEmpty()) {
            out.println("*** " + banner + " ***");
        }
        long alerts =
                sections.stream().mapToLong(section -> listed(section).count()).sum();
        long sellers = sections.stream()
                .flatMap(ListPrinter::listed)
                .map(OpenAlert::sellerId)
                .distinct()
                .count();
        out.printf(
                "Danh sách cần gọi: %s cảnh báo đang mở của %s gian hàng, ở %d địa bàn%s%n",
                number(alerts),
                number(sellers),
                sections.size(),
                newestEvent == null ? "" : " · dữ liệu đến " + MINUTE.format(newestEvent.atZone(zone)));
        if (snoozed > 0) {
            out.printf("Đã hẹn gọi lại, chưa đến ngày: %s cảnh báo (xem bằng --all)%n", number(snoozed));
        }
        sections.forEach(section -> print(section, out));
    }

    private void print(Section section, PrintStream out) {
        out.printf(
                "%n=== %s · %s cảnh báo%n",
                section.area().title(), number(listed(section).count()));
        int position = 0;
        for (OpenAlert alert : section.shown()) {
            print(++position, alert, out);
        }
        if (!section.hidden().isEmpty()) {
            int others = section.otherSellers();
            String what = others > 0
                    ? number(others) + " gian hàng khác"
                    : number(section.hidden().size()) + " cảnh báo khác của các gian hàng trên";
            out.printf("… và %s: %s%n", what, counts(byRule(section.hidden())));
        }
        if (!section.counted().isEmpty()) {
            out.printf("Chỉ tổng hợp, không gọi từng gian hàng: %s%n", counts(section.counted()));
        }
    }

    private void print(int position, OpenAlert alert, PrintStream out) {
        String first = join(
                "%s %s".formatted(Words.severity(alert.severity()), Words.rule(alert.rule())),
                alert.deadline() == null
                        ? ""
                        : "hạn " + MINUTE.format(alert.deadline().atZone(zone)),
                alert.value() == null ? "" : money(alert.value()),
                "mở từ " + DAY.format(alert.openedAt().atZone(zone)),
                alert.nextOn() == null ? "" : "hẹn gọi " + DAY.format(alert.nextOn()));
        out.printf("%3d. %s%n", position, first);
        line(out, join(alert.sellerId(), place(alert), shop(alert)));
        line(out, reason(alert));
        line(out, orders(alert));
        line(out, alert.cause().isEmpty() ? "" : "Nguyên nhân có thể: " + Words.cause(alert.cause()));
        line(out, alert.nextStep().isEmpty() ? "" : "Việc cần làm: " + alert.nextStep());
        line(out, "Mã: " + alert.alertId());
    }

    private static void line(PrintStream out, String text) {
        if (!text.isEmpty()) {
            out.println("     " + text);
        }
    }

    private String reason(OpenAlert alert) {
        return newestEvent == null ? alert.reason() : Words.reasonUntil(alert, newestEvent);
    }

    private String place(OpenAlert alert) {
        return switch (alert.commune()) {
            case "", "unknown", "(none)", "mixed" -> "";
            default -> areas.communeName(alert.commune());
        };
    }

    private static String shop(OpenAlert alert) {
        if (alert.platform().isEmpty()) {
            return "";
        }
        return alert.shopId().isEmpty() ? alert.platform() : alert.platform() + " / " + alert.shopId();
    }

    private static String orders(OpenAlert alert) {
        if (alert.orderIds().isEmpty()) {
            return "";
        }
        String first = alert.orderIds().stream().limit(ORDERS).collect(Collectors.joining(", "));
        int others = alert.orderIds().size() - ORDERS;
        return "Đơn: " + first + (others > 0 ? " và " + others + " đơn khác" : "");
    }

    private static Stream<OpenAlert> listed(Section section) {
        return Stream.of(section.shown(), section.hidden()).flatMap(Collection::stream);
    }

    private static Map<String, Long> byRule(List<OpenAlert> alerts) {
        return alerts.stream().collect(Collectors.groupingBy(OpenAlert::rule, TreeMap::new, Collectors.counting()));
    }

    private static String counts(Map<String, Long> byRule) {
        return byRule.entrySet().stream()
                .map(rule -> Words.rule(rule.getKey()) + " " + number(rule.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String money(BigDecimal value) {
        return format("#,##0.##").format(value) + " " + currency;
    }

    private static String number(long number) {
        return format("#,##0").format(number);
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.forLanguageTag("vi")));
    }
}
