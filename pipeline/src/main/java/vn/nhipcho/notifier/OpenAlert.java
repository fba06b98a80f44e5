package vn.nhipcho.notifier;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import vn.nhipcho.alert.Severity;
import vn.nhipcho.model.AlertRow;

/**
 * An alert that stands, and the last call about it. Of the seller it holds pseudonyms and codes only.
 *
 * @param reason in Vietnamese, with the numbers of when it opened
 * @param since when what it is about began (last order, stage, order waiting); null: not told
 * @param deadline null: none
 * @param value at stake; null: not told
 * @param further what only the CSV shows
 * @param nextOn when the last call agreed to call again; null: no call, or none agreed
 */
public record OpenAlert(
        String alertId,
        String rule,
        String sellerId,
        String district,
        String commune,
        String cooperative,
        Severity severity,
        Instant openedAt,
        Instant changedAt,
        String reason,
        Instant since,
        String platform,
        String shopId,
        List<String> orderIds,
        Instant deadline,
        BigDecimal value,
        String cause,
        String nextStep,
        boolean enteredLate,
        Further further,
        LocalDate nextOn) {

    /** @param evidence the numbers behind the reason, a JSON object */
    public record Further(String subject, String province, String sellerType, String reasonEn, String evidence) {}

    /** Urgent first; then what ends soonest, what is worth most, what has waited longest. */
    public static final Comparator<OpenAlert> MOST_URGENT_FIRST = Comparator.comparing(
                    OpenAlert::severity, Comparator.reverseOrder())
            .thenComparing(OpenAlert::deadline, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OpenAlert::value, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(OpenAlert::openedAt)
            .thenComparing(OpenAlert::alertId);

    public OpenAlert {
        orderIds = List.copyOf(orderIds);
    }

    /** Too many and too slow to be called one by one: they are counted. */
    public boolean isDigestOnly() {
        return rule.startsWith("seller_quiet_");
    }

    /** Whether the next call is agreed for a later day. */
    public boolean isSnoozedOn(LocalDate today) {
        return nextOn != null && nextOn.isAfter(today);
    }

    /** The id that the topic gives to the transition which led to this state. */
    public String transitionId() {
        return AlertRow.transitionId(alertId, "OPEN", severity.name(), changedAt.toEpochMilli());
    }
}
