package vn.nhipcho.local.command;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Span;
import vn.nhipcho.importer.SourceException;
import vn.nhipcho.importer.SourceSpec;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.backfill.Backfill;
import vn.nhipcho.local.backfill.BackfillSettings;
import vn.nhipcho.local.report.period.Period;

/** {@code backfill}: facts and totals of a period made anew from their events. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Rebuilds orders and totals from the history of events, or from files, in tables beside the live ones, by the "
                    + "code of the sales job; compares, prints what differs, and exchanges the tables.",
            "The live job goes on meanwhile, and readers see the old figures until they see the new ones. Whatever stops "
                    + "it before the exchange leaves the live tables as they were."
        })
public final class BackfillCommand implements Callable<Integer> {
    @Mixin
    private PeriodOptions period;

    @Option(names = "--all", description = "The whole history instead of a period.")
    private boolean all;

    @Option(
            names = "--source",
            paramLabel = "SPEC",
            description =
                    "Rebuild from files instead of the history in ClickHouse: olist:DIR, agmarknet:DIR, jsonl:PATH, as "
                            + "with up; may be given more than once. They must hold all events of the period's orders and sellers.")
    private List<String> sources = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the source simulation (default: 1).")
    private long seed;

    @Option(names = "--compare", description = "Change nothing; exit code 1 if anything differs.")
    private boolean compareOnly;

    @Option(
            names = "--settle",
            paramLabel = "DURATION",
            defaultValue = "10s",
            description = "Longer than an insert of the live job takes (default: 10s).")
    private String settle;

    @Option(names = "--cluster", paramLabel = "NAME", description = "The ClickHouse cluster, as with migrate.")
    private String cluster;

    @Mixin
    private ClickHouseOptions clickhouse;

    @Override
    public Integer call() throws InterruptedException {
        if (all == period.isGiven()) {
            throw new WrongUse("Give a period (--period or --from and --to), or --all");
        }
        List<SourceSpec> specs = parse(sources);
        Duration patience = Durations.parse("--settle", settle);
        Optional<Period> days = all ? Optional.empty() : Optional.of(period.period());
        try (var reached = clickhouse.reach("backfill")) {
            Deployment deployment = Deployment.read(reached.config())
                    .orElseThrow(() -> new WrongUse("ClickHouse is not set up: run 'nhip-cho migrate' first"));
            var asked = new BackfillSettings(
                    days.map(stretch -> span(stretch, deployment.zone())).orElse(Span.ALL),
                    specs,
                    seed,
                    compareOnly,
                    patience,
                    new MigrationParameters(deployment.zone(), deployment.currency(), cluster));
            return new Backfill(reached.config(), deployment, asked, System.out).run()
                    ? NhipCho.DONE
                    : NhipCho.DIFFERENCE;
        } catch (SQLException e) {
            throw new Failure("ClickHouse did not go along; run the command again, it starts afresh", e);
        }
    }

    private static Span span(Period days, ZoneId zone) {
        return new Span(startOf(days.from(), zone), startOf(days.to().plusDays(1), zone));
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static List<SourceSpec> parse(List<String> sources) {
        try {
            return sources.stream().map(SourceSpec::parse).toList();
        } catch (SourceException e) {
            throw new WrongUse(e.getMessage());
        }
    }
}
