package vn.nhipcho.notifier;

import java.time.Duration;
import java.time.Instant;
import vn.nhipcho.alert.Severity;

/** What rules, severities and causes are called in front of people, in Vietnamese. */
public final class Words {
    private Words() {}

    public static String rule(String name) {
        if (name.startsWith("seller_quiet_")) {
            return "Không có đơn " + name.substring("seller_quiet_".length()) + " ngày";
        }
        return switch (name) {
            case "order_unconfirmed" -> "Đơn chờ xác nhận";
            case "seller_stalled" -> "Gian hàng ngưng trệ";
            case "onboarding_stalled" -> "Dừng ở bước đầu";
            case "feed_silent" -> "Sàn ngừng gửi dữ liệu";
            default -> name;
        };
    }

    public static String severity(Severity severity) {
        return switch (severity) {
            case URGENT -> "KHẨN";
            case WARNING -> "CẢNH BÁO";
            case NOTICE -> "LƯU Ý";
        };
    }

    /** Empty where no cause applies. */
    public static String cause(String code) {
        return switch (code) {
            case "listing_withdrawn" -> "đã gỡ hết sản phẩm";
            case "out_of_stock" -> "hết hàng";
            case "cancelled_by_seller" -> "người bán hủy đơn gần nhất";
            case "returned" -> "hàng bị trả lại";
            case "unknown" -> "chưa rõ";
            default -> code;
        };
    }

    /** The reason as it was when the alert opened, and how long it is now where that is a whole unit more. */
    public static String reasonUntil(OpenAlert alert, Instant now) {
        if (alert.since() == null || now.isBefore(alert.openedAt())) {
            return alert.reason();
        }
        Duration then = Duration.between(alert.since(), alert.openedAt());
        Duration until = Duration.between(alert.since(), now);
        if (alert.rule().equals("order_unconfirmed") && until.toHours() < 72) {
            return until.toHours() > then.toHours()
                    ? "%s (đến nay %d giờ)".formatted(alert.reason(), until.toHours())
                    : alert.reason();
        }
        return until.toDays() > then.toDays()
                ? "%s (đến nay %d ngày)".formatted(alert.reason(), until.toDays())
                : alert.reason();
    }
}
