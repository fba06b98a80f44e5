package vn.nhipcho.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A row of {@code alerts} and, as a transition, a record of {@code market.alerts.v1}. Times in milliseconds.
 *
 * @param changedAt event time of the transition that led to this state
 * @param resolvedAt null: not resolved
 * @param enteredLate it was over-due when the events that show it came: it is on record with its true times, not sent
 */
public record AlertRow(
        About about,
        String state,
        String severity,
        long changedAt,
        Long resolvedAt,
        boolean enteredLate,
        long version) {
    private static final String WITHDRAWN = "WITHDRAWN";

    /**
     * What an alert is about, whatever state it is in.
     *
     * @param sellerId empty for an alert that is about no seller
     * @param evidence a JSON object
     * @param orderIds at most 20
     * @param deadline null: none
     * @param value minor units at stake; null: not told
     * @param attribution of the seller at openedAt
     */
    public record About(
            String alertId,
            String rule,
            String subject,
            String sellerId,
            long openedAt,
            String reasonVi,
            String reasonEn,
            String evidence,
            String platform,
            String shopId,
            List<String> orderIds,
            Long deadline,
            Long value,
            String cause,
            String nextStep,
            Attribution attribution) {}

    public AlertRow withVersion(long newVersion) {
        return new AlertRow(about, state, severity, changedAt, resolvedAt, enteredLate, newVersion);
    }

    /** The same alert withdrawn at an instant. */
    public AlertRow withdrawn(long at) {
        return new AlertRow(about, WITHDRAWN, severity, at, null, enteredLate, version);
    }

    /** Whether readers of the topic have to know: the state or the severity is another one. */
    public boolean isTransitionFrom(AlertRow before) {
        return before == null || !before.state.equals(state) || !before.severity.equals(severity);
    }

    /** The same transition has the same id whenever it is sent, and whoever sends it. */
    public String transitionId() {
        return transitionId(about.alertId(), state, severity, changedAt);
    }

    public static String transitionId(String alertId, String state, String severity, long changedAt) {
        String identity = alertId + '|' + state + '|' + severity + '|' + changedAt;
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
