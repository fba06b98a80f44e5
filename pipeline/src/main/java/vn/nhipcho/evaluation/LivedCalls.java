package vn.nhipcho.evaluation;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhipcho.alert.Alert;
import vn.nhipcho.alert.AlertRules;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Stages;

/**
 * The alerts of one seller as they were lived: judged by what was known by then, and judged again when something new is
 * known. What is found only afterwards of a time gone by, and over by then, was on nobody's list.
 */
final class LivedCalls {
    private final AlertRules rules;
    private final Map<String, Call> byAlert = new LinkedHashMap<>();
    private final SellerRecord record;
    private SellerCase known;
    private long knownAt;

    LivedCalls(String sellerId, AlertRules rules) {
        this.rules = rules;
        this.record = new SellerRecord(sellerId);
    }

    SellerRecord record() {
        return record;
    }

    /** To be called when an event of an instant (milliseconds) told the record something. */
    void seen(long at) {
        liveUntil(at);
        known = record.toCase();
        knownAt = at;
    }

    /** Opens and ends what time alone brings, by what is known. */
    void liveUntil(long instant) {
        if (known == null) {
            return;
        }
        List<Alert> alerts = rules.judge(known, Stages.of(known), instant);
        Set<String> standing = new HashSet<>();
        for (Alert alert : alerts) {
            if (alert.openedAt() < instant) {
                standing.add(alert.id());
                tell(alert, instant);
            }
        }
        byAlert.replaceAll((id, call) ->
                standing.contains(id) || call.withdrawn() ? call : call.ended(Math.min(call.endedAt(), knownAt), true));
    }

    Collection<Call> calls() {
        return byAlert.values();
    }

    private void tell(Alert alert, long instant) {
        long end = alert.resolvedAt() == null || alert.resolvedAt() > instant ? Long.MAX_VALUE : alert.resolvedAt();
        Call before = byAlert.get(alert.id());
        if (before != null) {
            byAlert.put(alert.id(), before.ended(end, false));
        } else if (end > knownAt) {
            String district = known.attributionAt(alert.openedAt()).place().district();
            long toldAt = Math.max(alert.openedAt(), knownAt);
            byAlert.put(
                    alert.id(),
                    new Call(alert.rule(), alert.sellerId(), district, alert.openedAt(), toldAt, end, false));
        }
    }
}
