package vn.nhipcho.notifier;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import vn.nhipcho.alert.Severity;
import vn.nhipcho.reference.Dictionary;

/** What rules, severities and causes are called in front of people, in Vietnamese. */
public final class Words {
    private Words() {}

    public static String rule(String name) {
        String word = Dictionary.vietnamese("alert_rule", name);
        // A deployment may have rules of its own for other numbers of days.
        return word.equals(name) && name.startsWith("seller_quiet_")
                ? "Không có đơn %s ngày".formatted(name.substring("seller_quiet_".length()))
                : word;
    }

    public static String severity(Severity severity) {
        return Dictionary.vietnamese("severity", severity.name().toLowerCase(Locale.ROOT));
    }

    /** Empty where no cause applies. */
    public static String cause(String code) {
        return Dictionary.vietnamese("cause", code);
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
