package vn.nhipcho.local.command;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhipcho.clickhouse.Secret;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.notifier.Notifier;
import vn.nhipcho.notifier.Webhook;

/** {@code notify}: alerts to those who call. */
@Command(
        name = "notify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Posts urgent alerts at once, and a digest of the others for each district or support unit once a day.",
            "Runs until Ctrl-C. Prints a line for each message: sent, refused or waiting."
        })
public final class NotifyCommand implements Callable<Integer> {
    @Option(
            names = "--webhook",
            required = true,
            paramLabel = "URL",
            description = "Where messages are posted; https, or http on this machine.")
    private URI webhook;

    @Option(
            names = "--secret-file",
            required = true,
            paramLabel = "FILE",
            description = "Holds the secret that messages are signed with, which the receiver has too.")
    private Path secretFile;

    @Option(
            names = "--once",
            description = "Post what is due now and end; exit code 3 when anything could not be sent.")
    private boolean once;

    @Mixin
    private AlertRulesOption alertRules;

    @Mixin
    private ClickHouseOptions clickhouse;

    @Override
    public Integer call() throws InterruptedException {
        var clock = InstantSource.system();
        Webhook checked = webhook(clock);
        alertRules.settings(ZoneId.systemDefault());
        try (var reached = clickhouse.reach("notify")) {
            var notifier = new Notifier(reached.config(), alertRules.text(), checked, clock, System.out::println);
            if (!once) {
                notifier.run();
            }
            var round = notifier.round();
            System.out.printf("sent %d, refused %d, waiting %d%n", round.sent(), round.refused(), round.waiting());
            if (round.refused() + round.waiting() > 0) {
                throw new Failure("Not everything could be sent; market.notifications says what and why");
            }
            return NhipCho.DONE;
        } catch (SQLException e) {
            throw AlertTables.unreadable(e);
        }
    }

    private Webhook webhook(InstantSource clock) {
        try {
            return new Webhook(webhook, Secret.inFile(secretFile), Webhook.Retries.STANDARD, clock);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--webhook: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw new WrongUse("--secret-file: %s cannot be read".formatted(secretFile));
        }
    }
}
