package vn.nhipcho.notifier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Deployment;

/**
 * Posts urgent alerts at once and one digest an area and day. One notifier a deployment: two would send everything twice,
 * under the same keys.
 */
public final class Notifier {
    private static final Duration ROUND = Duration.ofSeconds(30);
    private static final int IN_VAIN = 3;
    static final String BANNER = "DỮ LIỆU MÔ PHỎNG";

    /** What one round has sent and could not send. */
    public record Round(int sent, int refused, int waiting) {}

    private final ClickHouseConfig clickhouse;
    private final String alertRules;
    private final Webhook webhook;
    private final InstantSource clock;
    private final Consumer<String> progress;
    private final Function<Connection, Outbox> outboxes;

    /**
     * @param alertRules text of the alert rule file
     * @param progress told each thing that was sent or not, a line each
     */
    public Notifier(
            ClickHouseConfig clickhouse,
            String alertRules,
            Webhook webhook,
            InstantSource clock,
            Consumer<String> progress) {
        this(clickhouse, alertRules, webhook, clock, progress, connection -> new ClickHouseOutbox(connection, clock));
    }

    Notifier(
            ClickHouseConfig clickhouse,
            String alertRules,
            Webhook webhook,
            InstantSource clock,
            Consumer<String> progress,
            Function<Connection, Outbox> outboxes) {
        this.clickhouse = clickhouse;
        this.alertRules = alertRules;
        this.webhook = webhook;
        this.clock = clock;
        this.progress = progress;
        this.outboxes = outboxes;
    }

    /** Until interrupted; a ClickHouse that is away is waited for. */
    public void run() throws InterruptedException {
        while (true) {
            try {
                round();
            } catch (SQLException e) {
                progress.accept("waiting: ClickHouse does not answer as it should: " + e.getMessage());
            }
            Thread.sleep(ROUND.toMillis());
        }
    }

    public Round round() throws SQLException, InterruptedException {
        Deployment deployment = Deployment.read(clickhouse)
                .orElseThrow(() -> new IllegalStateException("ClickHouse is not set up: run 'nhip-cho migrate' first"));
        ZoneId zone = deployment.zone();
        try (Connection connection = clickhouse.connect()) {
            var messages = new Messages(
                    AlertSettings.parse(alertRules, zone).sending(),
                    zone,
                    deployment.isSimulated() ? BANNER : "",
                    Areas.read(connection, clock.instant().atZone(zone).toLocalDate()),
                    clock.instant());
            Outbox outbox = outboxes.apply(connection);
            List<OpenAlert> open = OpenAlerts.read(connection);
            expire(outbox, open, messages);
            compose(outbox, open, messages);
            return send(outbox);
        }
    }

    private void expire(Outbox outbox, List<OpenAlert> open, Messages messages) throws SQLException {
        Set<String> standing = open.stream().map(OpenAlert::alertId).collect(Collectors.toSet());
        for (Message message : outbox.pending()) {
            boolean isOver = message.kind() == Message.Kind.DIGEST
                    ? message.day().isBefore(messages.today())
                    : !standing.contains(message.alertId()) || messages.isOldNews(message.day());
            if (isOver) {
                outbox.record(message, Outbox.State.EXPIRED, 0, "over before it was known to have arrived");
            }
        }
    }

    private static void compose(Outbox outbox, List<OpenAlert> open, Messages messages) throws SQLException {
        Set<String> told = outbox.alertsWithMessage();
        outbox.keep(messages.urgent(open).stream()
                .filter(message -> !told.contains(message.alertId()))
                .toList());
        if (messages.isDigestDue()) {
            Set<String> composed = outbox.digestsOf(messages.today());
            outbox.keep(messages.digests(open).stream()
                    .filter(message -> !composed.contains(message.id()))
                    .toList());
        }
    }

    private Round send(Outbox outbox) throws SQLException, InterruptedException {
        List<Message> pending = outbox.pending();
        int sent = 0;
        int refused = 0;
        int inVain = 0;
        for (Message message : pending) {
            // One message that the receiver cannot stomach must not hold up the others; a receiver that is away does.
            if (inVain == IN_VAIN) {
                break;
            }
            Delivery delivery = webhook.post(message);
            if (delivery instanceof Delivery.Taken taken) {
                outbox.record(message, Outbox.State.SENT, taken.attempts(), "");
                sent++;
                inVain = 0;
                tell("sent", message, "");
            } else if (delivery instanceof Delivery.Refused no) {
                outbox.record(message, Outbox.State.REFUSED, no.attempts(), no.detail());
                refused++;
                tell("refused", message, no.detail());
            } else if (delivery instanceof Delivery.NotNow later) {
                // Recorded anew, it comes last in the next round.
                outbox.record(message, Outbox.State.PENDING, later.attempts(), later.detail());
                inVain++;
                tell("waiting", message, later.detail());
            }
        }
        return new Round(sent, refused, pending.size() - sent - refused);
    }

    private void tell(String what, Message message, String detail) {
        var words = Map.of(Message.Kind.URGENT, "urgent alert", Message.Kind.DIGEST, "digest");
        progress.accept("%s\t%s\t%s\t%s\t%s"
                .formatted(what, words.get(message.kind()), message.area().code(), message.id(), detail)
                .stripTrailing());
    }
}
