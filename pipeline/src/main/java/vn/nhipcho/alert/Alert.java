package vn.nhipcho.alert;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * One alert over its whole life: a longest stretch of time in which a rule's condition holds for a subject. A function of
 * the events and the rule file alone, so that any arrival order gives the same alert.
 *
 * @param subject a seller id, {@code platform:order_id}, or a platform
 * @param sellerId empty for an alert that is about no seller
 * @param openedAt first instant at which the condition holds, milliseconds
 * @param escalatesAt from when on it is urgent; null: never
 * @param resolvedAt first instant at which it holds no more; null: still holds
 * @param resolvedByEvent what resolved it has been seen, so it counts whatever the seller's clock says
 * @param texts what a caller reads
 */
public record Alert(
        String rule,
        String subject,
        String sellerId,
        Severity severity,
        long openedAt,
        Long escalatesAt,
        Long resolvedAt,
        boolean resolvedByEvent,
        Concern concern,
        Texts texts) {

    /** Where an alert stands at an instant. */
    public enum State {
        OPEN,
        RESOLVED,
        /** An event that arrived late contradicts it; it stays on record. */
        WITHDRAWN
    }

    /**
     * What the alert is about, as far as it is known.
     *
     * @param platform empty: none in particular
     * @param shopId empty: not told
     * @param orderIds at most 20
     * @param deadline milliseconds, or null
     * @param value minor units at stake, or null
     * @param cause likely cause, see {@link Cause}; empty: does not apply
     */
    public record Concern(
            String platform, String shopId, List<String> orderIds, Long deadline, Long value, String cause) {}

    /** @param evidence the numbers behind the reason, a JSON object */
    public record Texts(String reasonVi, String reasonEn, String evidence, String nextStep) {}

    /** Deterministic: the same alert has the same id whenever it is computed. */
    public String id() {
        // With the seller, since two of them may share an order.
        String identity = rule + '|' + subject + '|' + sellerId + '|' + openedAt;
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** It is about one order, so the clock of the order's platform tells its time, not the seller's. */
    public boolean isOfAnOrder() {
        return !sellerId.isEmpty() && !subject.equals(sellerId);
    }

    /** OPEN or RESOLVED at an instant of the seller's clock; null: not yet open. */
    public State stateAt(long clock) {
        if (openedAt > clock) {
            return null;
        }
        return resolvedAt != null && (resolvedByEvent || resolvedAt <= clock) ? State.RESOLVED : State.OPEN;
    }

    public Severity severityAt(long clock) {
        if (escalatesAt == null) {
            return severity;
        }
        boolean escalated = stateAt(clock) == State.RESOLVED ? escalatesAt < resolvedAt : escalatesAt <= clock;
        return escalated ? Severity.URGENT : severity;
    }

    /** The first instant after one at which the alert changes by itself; {@link Long#MAX_VALUE}: never. */
    public long nextAfter(long clock) {
        long next = openedAt > clock ? openedAt : Long.MAX_VALUE;
        if (escalatesAt != null && escalatesAt > clock) {
            next = Math.min(next, escalatesAt);
        }
        if (resolvedAt != null && resolvedAt > clock) {
            next = Math.min(next, resolvedAt);
        }
        return next;
    }
}
