package vn.nhipcho.notifier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import vn.nhipcho.alert.AlertSettings.Sending;
import vn.nhipcho.alert.Severity;

/**
 * Composes what is posted; pure. Nothing in it names a person: the receiver joins by the seller's id.
 *
 * @param banner of simulated data; empty: the data is real
 */
record Messages(Sending sending, ZoneId zone, String banner, Areas areas, Instant now) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One message for each urgent alert that is news; {@code open} is sorted, the most urgent first. */
    List<Message> urgent(List<OpenAlert> open) {
        return open.stream().filter(this::isSentAtOnce).map(this::urgent).toList();
    }

    /** One message for each area with an open alert of a seller. */
    List<Message> digests(List<OpenAlert> open) {
        Map<Area, List<OpenAlert>> byArea = new TreeMap<>();
        for (OpenAlert alert : open) {
            // What is about no seller (a silent feed) is the operator's, not a district's.
            if (!alert.sellerId().isEmpty()) {
                byArea.computeIfAbsent(areas.of(alert), area -> new ArrayList<>())
                        .add(alert);
            }
        }
        return byArea.entrySet().stream()
                .map(area -> digest(area.getKey(), area.getValue()))
                .toList();
    }

    static String digestId(Area area, LocalDate day) {
        String identity = "digest|" + area.kind() + '|' + area.code() + '|' + day;
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    boolean isDigestDue() {
        return !now.atZone(zone).toLocalTime().isBefore(sending.digestAt());
    }

    LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    /** Of an urgent message composed on a day. */
    boolean isOldNews(LocalDate day) {
        return day.isBefore(now.minus(sending.sendWithin()).atZone(zone).toLocalDate());
    }

    private boolean isSentAtOnce(OpenAlert alert) {
        // By when it became urgent: a long limit is half over days before its last hours begin.
        return alert.severity() == Severity.URGENT && isNews(alert, alert.changedAt()) && !alert.isSnoozedOn(today());
    }

    private boolean isListed(OpenAlert alert) {
        return !alert.isDigestOnly() && !isSentAtOnce(alert) && isNews(alert, alert.openedAt());
    }

    private boolean isNews(OpenAlert alert, Instant at) {
        return !alert.enteredLate() && Duration.between(at, now).compareTo(sending.sendWithin()) <= 0;
    }

    private Message urgent(OpenAlert alert) {
        Area area = areas.of(alert);
        ObjectNode body = begin(alert.transitionId(), Message.Kind.URGENT, area);
        body.putArray("alerts").add(describe(alert));
        return new Message(alert.transitionId(), Message.Kind.URGENT, area, today(), alert.alertId(), body.toString());
    }

    private Message digest(Area area, List<OpenAlert> open) {
        List<OpenAlert> awake =
                open.stream().filter(alert -> !alert.isSnoozedOn(today())).toList();
        List<OpenAlert> listed = awake.stream()
                .filter(this::isListed)
                .limit(sending.perDistrictAndDay())
                .toList();
        Map<String, Integer> rest = new TreeMap<>();
        int sentAtOnce = 0;
        for (OpenAlert alert : awake) {
            if (isSentAtOnce(alert)) {
                sentAtOnce++;
            } else if (!listed.contains(alert)) {
                rest.merge(alert.rule(), 1, Integer::sum);
            }
        }
        String id = digestId(area, today());
        ObjectNode body = begin(id, Message.Kind.DIGEST, area);
        ObjectNode counts = body.putObject("counts");
        counts.put("open", open.size());
        counts.put("listed", listed.size());
        counts.put("sent_at_once", sentAtOnce);
        counts.put("snoozed", open.size() - awake.size());
        rest.forEach(counts.putObject("rest")::put);
        var list = body.putArray("alerts");
        listed.forEach(alert -> list.add(describe(alert)));
        return new Message(id, Message.Kind.DIGEST, area, today(), "", body.toString());
    }

    private ObjectNode begin(String id, Message.Kind kind, Area area) {
        ObjectNode body = JSON.createObjectNode();
        body.put("message_id", id);
        body.put("kind", kind.name());
        if (!banner.isEmpty()) {
            body.put("banner", banner);
        }
        body.put("day", today().toString());
        body.put("composed_at", now.toString());
        body.putObject("area")
                .put("kind", area.kind().name())
                .put("code", area.code())
                .put("name", area.name());
        return body;
    }

    private ObjectNode describe(OpenAlert alert) {
        ObjectNode told = JSON.createObjectNode();
        told.put("alert_id", alert.alertId());
        told.put("rule", alert.rule());
        told.put("severity", alert.severity().name().toLowerCase(Locale.ROOT));
        told.put("seller_id", alert.sellerId());
        told.put("commune", alert.commune());
        told.put("platform", alert.platform());
        told.put("shop_id", alert.shopId());
        told.put("opened_at", alert.openedAt().toString());
        told.put("reason", alert.reason());
        told.put("cause", alert.cause());
        told.put("next_step", alert.nextStep());
        told.put("deadline", alert.deadline() == null ? null : alert.deadline().toString());
        told.put("value", alert.value());
        return told;
    }
}
