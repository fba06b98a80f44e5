package vn.nhipcho.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.callist.AlertsCsv;
import vn.nhipcho.local.callist.CallList;
import vn.nhipcho.local.callist.ListPrinter;
import vn.nhipcho.notifier.Area;
import vn.nhipcho.notifier.Areas;
import vn.nhipcho.notifier.OpenAlert;
import vn.nhipcho.notifier.OpenAlerts;

/** {@code alerts}: whom to call today. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints the open alerts as a call list in Vietnamese: by support unit or district, the most urgent first.",
            "Of a district the first ten are shown and the others counted; sellers that are only quiet are counted."
        },
        footer = {
            "",
            "After a call: nhip-cho alerts contact ID OUTCOME --next DATE. What waits for an agreed call is hidden until then."
        },
        subcommands = ContactAlertCommand.class)
public final class AlertsCommand implements Callable<Integer> {
    private static final List<String> RULES =
            List.of("order_unconfirmed", "seller_stalled", "onboarding_stalled", "feed_silent");

    @Option(names = "--csv", description = "Every open alert as CSV (RFC 4180, UTF-8), none left out or capped.")
    private boolean csv;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "Only of this rule: order_unconfirmed, seller_stalled, seller_quiet_30, seller_quiet_60, "
                    + "onboarding_stalled, feed_silent.")
    private String rule;

    @Option(
            names = "--district",
            paramLabel = "D",
            description = "Only of this district or support unit, by its code or its name.")
    private String area;

    @Option(names = "--all", description = "Also what waits for an agreed call, and all of each district.")
    private boolean all;

    @Mixin
    private AlertRulesOption alertRules;

    @Mixin
    private ClickHouseOptions clickhouse;

    @Override
    public Integer call() throws InterruptedException {
        requireKnownRule();
        try (var reached = clickhouse.reach("alerts");
                Connection connection = reached.config().connect()) {
            Deployment deployment = Deployment.read(reached.config())
                    .orElseThrow(() -> new WrongUse("ClickHouse is not set up: run 'nhip-cho migrate' first"));
            print(connection, deployment);
            return NhipCho.DONE;
        } catch (SQLException | IOException e) {
            throw AlertTables.unreadable(e);
        }
    }

    private void print(Connection connection, Deployment deployment) throws SQLException, IOException {
        ZoneId zone = deployment.zone();
        LocalDate today = LocalDate.now(zone);
        Areas areas = Areas.read(connection, today);
        var wanted = new CallList.Wanted(rule, area, all);
        List<OpenAlert> open = OpenAlerts.read(connection);
        requireKnownArea(open, areas);
        String banner = deployment.isSimulated() ? "DỮ LIỆU MÔ PHỎNG" : "";
        var newest = OpenAlerts.newestEvent(connection).orElse(null);
        if (csv) {
            List<OpenAlert> chosen = open.stream()
                    .filter(alert -> wanted.fits(alert, areas.of(alert)))
                    .toList();
            var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
            new AlertsCsv(areas, zone, banner, newest, today).write(chosen, out);
            return;
        }
        Map<Area, List<OpenAlert>> byArea = CallList.byArea(open, areas, wanted);
        int cap = alertRules.settings(zone).sending().perDistrictAndDay();
        long snoozed = all
                ? 0
                : byArea.values().stream()
                        .flatMap(List::stream)
                        .filter(alert -> alert.isSnoozedOn(today))
                        .count();
        new ListPrinter(areas, zone, deployment.currency(), banner, newest)
                .print(CallList.sections(byArea, wanted, cap, today), snoozed, System.out);
    }

    /** A slip of the pen would look like a quiet day. */
    private void requireKnownRule() {
        if (rule != null && !RULES.contains(rule) && !rule.startsWith("seller_quiet_")) {
            throw new WrongUse("--rule: there is no rule '%s'; there are %s and seller_quiet_30, seller_quiet_60"
                    .formatted(rule, String.join(", ", RULES)));
        }
    }

    private void requireKnownArea(List<OpenAlert> open, Areas areas) {
        if (area != null
                && !areas.isKnown(area)
                && open.stream().noneMatch(alert -> areas.of(alert).isNamed(area))) {
            throw new WrongUse("--district: there is no district or support unit '%s'".formatted(area));
        }
    }
}
