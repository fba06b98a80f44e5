package vn.nhipcho.local.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.notifier.Contacts;

/** {@code alerts contact}: a call was made. */
@Command(
        name = "contact",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Records a call about an alert; with --next the alert is hidden from the list until that day.")
final class ContactAlertCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ID", description = "The alert's id, as the list prints it (Mã).")
    private String alertId;

    @Parameters(index = "1", paramLabel = "OUTCOME", description = "What came of it: ${COMPLETION-CANDIDATES}.")
    private Contacts.Outcome outcome;

    @Option(
            names = "--next",
            paramLabel = "DATE",
            description = "The day agreed for the next call, such as 2026-12-01 (default: none agreed).")
    private LocalDate next;

    @Mixin
    private ClickHouseOptions clickhouse;

    @Override
    public Integer call() throws InterruptedException {
        try (var reached = clickhouse.reach("alerts");
                Connection connection = reached.config().connect()) {
            ZoneId zone = Deployment.read(reached.config())
                    .orElseThrow(() -> new WrongUse("ClickHouse is not set up: run 'nhip-cho migrate' first"))
                    .zone();
            if (next != null && next.isBefore(LocalDate.now(zone))) {
                throw new WrongUse("--next: %s is over; give today or a later day".formatted(next));
            }
            if (!Contacts.isAlert(connection, alertId)) {
                throw new WrongUse(
                        "There is no alert '%s'; 'nhip-cho alerts' prints the ids of those that are open (Mã)"
                                .formatted(alertId));
            }
            Contacts.record(connection, alertId, Instant.now(), outcome, next);
            System.out.printf("recorded\t%s\t%s\t%s%n", alertId, outcome, next == null ? "" : next);
            return NhipCho.DONE;
        } catch (SQLException e) {
            throw AlertTables.unreadable(e);
        }
    }
}
