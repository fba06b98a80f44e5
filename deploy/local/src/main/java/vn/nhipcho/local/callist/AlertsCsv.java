package vn.nhipcho.local.callist;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.nhipcho.notifier.Area;
import vn.nhipcho.notifier.Areas;
import vn.nhipcho.notifier.OpenAlert;
import vn.nhipcho.notifier.Words;

/** Writes every open alert as a row by RFC 4180: nothing is capped, hidden or only counted. */
public record AlertsCsv(Areas areas, ZoneId zone, String banner, Instant newestEvent, LocalDate today) {
    private static final List<String> COLUMNS = List.of(
            "alert_id",
            "severity",
            "rule",
            "rule_name",
            "area_kind",
            "area",
            "area_name",
            "province",
            "district",
            "commune",
            "commune_name",
            "cooperative",
            "seller_type",
            "subject",
            "seller_id",
            "platform",
            "shop_id",
            "reason",
            "reason_until_now",
            "reason_en",
            "evidence",
            "opened_at",
            "changed_at",
            "deadline",
            "value",
            "order_ids",
            "cause",
            "next_step",
            "entered_late",
            "next_on",
            "snoozed",
            "banner");

    public void write(List<OpenAlert> alerts, Appendable out) throws IOException {
        try (var csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(COLUMNS);
            for (OpenAlert alert : alerts) {
                csv.printRecord(row(alert));
            }
        }
    }

    private Object[] row(OpenAlert alert) {
        Area area = areas.of(alert);
        return new Object[] {
            alert.alertId(),
            alert.severity().name().toLowerCase(Locale.ROOT),
            alert.rule(),
            Words.rule(alert.rule()),
            area.kind(),
            area.code(),
            area.name(),
            alert.further().province(),
            alert.district(),
            alert.commune(),
            areas.communeName(alert.commune()),
            alert.cooperative(),
            alert.further().sellerType(),
            alert.further().subject(),
            alert.sellerId(),
            alert.platform(),
            alert.shopId(),
            alert.reason(),
            newestEvent == null ? alert.reason() : Words.reasonUntil(alert, newestEvent),
            alert.further().reasonEn(),
            alert.further().evidence(),
            time(alert.openedAt()),
            time(alert.changedAt()),
            time(alert.deadline()),
            alert.value() == null ? null : alert.value().toPlainString(),
            String.join(",", alert.orderIds()),
            alert.cause(),
            alert.nextStep(),
            alert.enteredLate(),
            alert.nextOn(),
            alert.isSnoozedOn(today),
            banner
        };
    }

    private String time(Instant instant) {
        return instant == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }
}
