package vn.nhipcho.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Migrations;
import vn.nhipcho.clickhouse.ReferenceTables;
import vn.nhipcho.clickhouse.Secret;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.model.AlertRow;

class NotifierIT {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    /** 08:00 in the business zone, after the time of the digest. */
    private static final Instant MORNING = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    static Path folder;

    private static EmbeddedClickHouse engine;
    private static ClickHouseConfig config;
    private static Connection connection;
    private static Path secretFile;

    private Receiver receiver;

    @BeforeAll
    static void start() throws Exception {
        secretFile = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        engine = EmbeddedClickHouse.start(folder.resolve("clickhouse"));
        config = ClickHouseConfig.at(engine.url());
        Migrations.apply(config, MigrationParameters.oneNode(ZoneId.of("Asia/Ho_Chi_Minh"), "VND"));
        ReferenceTables.load(config);
        connection = config.connect();
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        engine.close();
    }

    @BeforeEach
    void anUrgentAlertAndAWarning() throws Exception {
        receiver = new Receiver(SECRET);
        execute(
                "TRUNCATE TABLE alerts",
                "TRUNCATE TABLE alert_contacts",
                "TRUNCATE TABLE notifications",
                alert("urgent", "order_unconfirmed", "934", "OPEN", "urgent", MORNING.minusSeconds(7200)),
                alert("warning", "seller_stalled", "934", "OPEN", "warning", MORNING.minusSeconds(3600)),
                alert("resolved", "seller_stalled", "934", "RESOLVED", "warning", MORNING.minusSeconds(3600)));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void sendsUrgentAlertAndDigestOnceThoughTheReceiverFailsTwice() throws Exception {
        receiver.answerFirst(500, 500);

        assertThat(notifier(MORNING).round()).isEqualTo(new Notifier.Round(2, 0, 0));

        assertThat(receiver.posts).hasSize(4);
        // The id that the topic gives to the same transition.
        assertThat(receiver.posts.subList(0, 3))
                .containsOnly(AlertRow.transitionId(
                        "urgent", "OPEN", "URGENT", MORNING.minusSeconds(7200).toEpochMilli()));
        assertThat(receiver.taken).hasSize(2);
        assertThat(query("SELECT kind, area, alert_id, state, attempts FROM market.notifications ORDER BY kind"))
                .containsExactly("DIGEST|934||SENT|1", "URGENT|934|urgent|SENT|3");

        assertThat(notifier(MORNING.plus(Duration.ofHours(5))).round()).isEqualTo(new Notifier.Round(0, 0, 0));
        assertThat(receiver.posts).hasSize(4);
    }

    @Test
    void sendsADigestAgainTheNextDay() throws Exception {
        notifier(MORNING).round();

        assertThat(notifier(MORNING.plus(Duration.ofDays(1))).round()).isEqualTo(new Notifier.Round(1, 0, 0));
    }

    @Test
    void waitsWithTheDigestUntilItsTime() throws Exception {
        assertThat(notifier(MORNING.minus(Duration.ofHours(1))).round()).isEqualTo(new Notifier.Round(1, 0, 0));
        assertThat(notifier(MORNING).round()).isEqualTo(new Notifier.Round(1, 0, 0));
    }

    @Test
    void postsAgainUnderTheSameKeyWhenKilledBeforeItCouldRecord() throws Exception {
        assertThatThrownBy(() -> notifier(MORNING, DyingOutbox::new).round()).hasMessage("killed");
        assertThat(receiver.posts).hasSize(1);
        // What comes in between changes nothing of what was composed.
        execute(alert("another", "seller_stalled", "934", "OPEN", "warning", MORNING.minusSeconds(60)));

        assertThat(notifier(MORNING.plusSeconds(60)).round()).isEqualTo(new Notifier.Round(2, 0, 0));

        assertThat(receiver.posts).hasSize(3);
        assertThat(receiver.posts.get(1)).isEqualTo(receiver.posts.get(0));
        assertThat(receiver.taken).hasSize(2);
    }

    @Test
    void givesUpOnAnotherRefusalAndRecordsIt() throws Exception {
        receiver.answerFirst(400);

        assertThat(notifier(MORNING).round()).isEqualTo(new Notifier.Round(1, 1, 0));
        assertThat(query("SELECT kind, state, attempts, detail FROM market.notifications ORDER BY kind"))
                .containsExactly("DIGEST|SENT|1|", "URGENT|REFUSED|1|HTTP 400");

        assertThat(notifier(MORNING).round()).isEqualTo(new Notifier.Round(0, 0, 0));
        assertThat(receiver.posts).hasSize(2);
    }

    @Test
    void keepsWhatAReceiverThatIsAwayCouldNotTake() throws Exception {
        receiver.answerFirst(503, 503, 503, 429, 429, 429);

        assertThat(notifier(MORNING).round()).isEqualTo(new Notifier.Round(0, 0, 2));
        assertThat(notifier(MORNING.plusSeconds(30)).round()).isEqualTo(new Notifier.Round(2, 0, 0));
        assertThat(receiver.taken).hasSize(2);
    }

    @Test
    void dropsAnUnsentUrgentAlertThatIsOver() throws Exception {
        receiver.answerFirst(503, 503, 503);
        notifier(MORNING.minus(Duration.ofHours(1))).round();
        execute(alert("urgent", "order_unconfirmed", "934", "RESOLVED", "urgent", MORNING.minusSeconds(7200)));

        notifier(MORNING.minusSeconds(3000)).round();

        assertThat(receiver.taken).isEmpty();
        assertThat(query("SELECT alert_id, state FROM market.notifications")).containsExactly("urgent|EXPIRED");
    }

    @Test
    void leavesOutWhatWaitsForAnAgreedCall() throws Exception {
        LocalDate tomorrow = LocalDate.parse("2026-11-25");
        Contacts.record(connection, "urgent", MORNING, Contacts.Outcome.NO_ANSWER, tomorrow);
        Contacts.record(connection, "warning", MORNING, Contacts.Outcome.REACHED, tomorrow);
        // The last call counts.
        Contacts.record(connection, "warning", MORNING.plusSeconds(60), Contacts.Outcome.WILL_RESUME, null);

        assertThat(notifier(MORNING).round()).isEqualTo(new Notifier.Round(1, 0, 0));

        assertThat(receiver.taken.values())
                .singleElement()
                .asString()
                .contains("\"alert_id\":\"warning\"")
                .doesNotContain("\"alert_id\":\"urgent\"")
                .contains("\"snoozed\":1");
    }

    @Test
    void findsNoSignatureOfAnotherSecretGood() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "another secret of some length");
        var webhook = new Webhook(receiver.url(), Secret.inFile(other), retries(), InstantSource.fixed(MORNING));
        var notifier =
                new Notifier(config, AlertSettings.standardYaml(), webhook, InstantSource.fixed(MORNING), line -> {});

        assertThat(notifier.round()).isEqualTo(new Notifier.Round(0, 2, 0));
        assertThat(receiver.taken).isEmpty();
    }

    @Test
    void measuresWhoRecoversWithinThirtyDaysOfACall() throws Exception {
        Instant resolved = MORNING.minusSeconds(3600);
        Contacts.record(connection, "resolved", resolved.minus(Duration.ofDays(29)), Contacts.Outcome.REACHED, null);
        Contacts.record(connection, "warning", Instant.now(), Contacts.Outcome.NO_ANSWER, null);

        assertThat(query("SELECT alert_id, contacts, last_outcome, recovered, judged FROM market.alert_recoveries"
                        + " ORDER BY alert_id"))
                .containsExactly("resolved|1|REACHED|true|true", "warning|1|NO_ANSWER|false|false");
    }

    private Notifier notifier(Instant now) {
        return notifier(now, outbox -> outbox);
    }

    private Notifier notifier(Instant now, Function<Outbox, Outbox> around) {
        InstantSource clock = InstantSource.fixed(now);
        return new Notifier(
                config,
                AlertSettings.standardYaml(),
                new Webhook(receiver.url(), Secret.inFile(secretFile), retries(), clock),
                clock,
                line -> {},
                open -> around.apply(new ClickHouseOutbox(open, clock)));
    }

    private static Webhook.Retries retries() {
        return new Webhook.Retries(3, Duration.ofMillis(1), Duration.ofMillis(4));
    }

    /** As kill -9 between the answer and the record of it. */
    private record DyingOutbox(Outbox outbox) implements Outbox {
        @Override
        public List<Message> pending() throws SQLException {
            return outbox.pending();
        }

        @Override
        public Set<String> alertsWithMessage() throws SQLException {
            return outbox.alertsWithMessage();
        }

        @Override
        public Set<String> digestsOf(LocalDate day) throws SQLException {
            return outbox.digestsOf(day);
        }

        @Override
        public void keep(List<Message> messages) throws SQLException {
            outbox.keep(messages);
        }

        @Override
        public void record(Message message, State state, int attempts, String detail) {
            throw new IllegalStateException("killed");
        }
    }

    private static String alert(
            String id, String rule, String district, String state, String severity, Instant openedAt) {
        return """
                INSERT INTO alerts (alert_id, rule, seller_id, district, commune, state, severity, opened_at, changed_at,
                    resolved_at, reason, evidence, platform, shop_id, next_step, version)
                SELECT '%s', '%s', 'seller-1', '%s', '31396', '%s', '%s',
                    fromUnixTimestamp64Milli(toInt64(%d), 'UTC') AS at, at, if('%4$s' = 'RESOLVED', at, NULL),
                    'Đơn chờ', '{}', 'shopee', 'shop-1', 'Gọi nhắc', (SELECT max(version) + 1 FROM alerts)
                """.formatted(id, rule, district, state, severity, openedAt.toEpochMilli());
    }

    private static void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    cells.add(row.getString(column));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }
}
