package vn.nhipcho.local.backfill;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.clickhouse.ShadowTables;
import vn.nhipcho.clickhouse.ShadowTables.Comparison;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.run.ProgressLine;

/**
 * Rebuilds facts and totals from their events beside the live tables, compares, and lets the rebuilt ones take their
 * place. The live job goes on and knows nothing of it: {@link ShadowTables} says why none of its rows is lost.
 */
public final class Backfill {
    private final ClickHouseConfig config;
    private final Deployment deployment;
    private final BackfillSettings asked;
    private final PrintStream out;
    private final ProgressLine progress = ProgressLine.onStandardError();

    public Backfill(ClickHouseConfig config, Deployment deployment, BackfillSettings asked, PrintStream out) {
        this.config = config;
        this.deployment = deployment;
        this.asked = asked;
        this.out = out;
    }

    /** Whether the live tables are as the events say: they were, or by now they are. */
    public boolean run() throws SQLException, InterruptedException {
        try (var shadow = ShadowTables.open(config, asked.parameters())) {
            rebuild(shadow);
            List<Comparison> comparisons = shadow.compare(asked.period());
            progress.clear();
            print(comparisons);
            boolean same = comparisons.stream().allMatch(table -> table.differing() == 0);
            if (!same && !asked.compareOnly()) {
                replace(shadow);
            }
            tidyUp(shadow);
            return same || !asked.compareOnly();
        }
    }

    private void rebuild(ShadowTables shadow) throws SQLException, InterruptedException {
        shadow.create();
        // Inserts that began before the tables were followed have to be over before the tables are looked at; and the
        // events of what is seen there have to be in the history, which has an insert of its own.
        settle("waiting for inserts under way");
        shadow.see();
        settle("waiting for the history");
        progress.show("taking the events");
        long rejected = 0;
        if (asked.sources().isEmpty()) {
            shadow.copyHistory();
        } else {
            rejected = SourceEvents.load(config, asked.sources(), deployment.zone(), asked.seed());
        }
        long events = shadow.events();
        if (events == 0) {
            throw new Failure("There are no events to rebuild from"
                    + (asked.sources().isEmpty()
                            ? ": market_raw.order_events is empty, give --source"
                            : " in the sources"));
        }
        progress.show("rebuilding from %,d events".formatted(events));
        Rebuild.run(config, deployment);
        requireWhole(shadow);
        progress.clear();
        out.printf("events\t%d%nrejected lines\t%d%n", events, rejected);
        shadow.deadLetters().forEach((reason, letters) -> out.printf("dead letters %s\t%d%n", reason, letters));
        progress.show("comparing");
    }

    private static void requireWhole(ShadowTables shadow) throws SQLException {
        long refused = shadow.refusedRows();
        if (refused > 0) {
            throw new Failure(
                    "ClickHouse refused " + refused + " of the rebuilt rows; market_shadow.refused_rows says why."
                            + " The live tables are as they were");
        }
    }

    private void print(List<Comparison> comparisons) {
        out.println("table\tcompared\tchanged\tmissing\tsurplus");
        for (Comparison table : comparisons) {
            out.printf(
                    "%s\t%d\t%d\t%d\t%d%n",
                    table.table(),
                    table.compared(),
                    table.rows("CHANGED"),
                    table.rows("MISSING"),
                    table.rows("SURPLUS"));
        }
        comparisons.forEach(table -> table.first().forEach(out::println));
    }

    private void replace(ShadowTables shadow) throws SQLException {
        progress.show("putting the new tables together");
        shadow.assemble();
        shadow.exchange();
        progress.clear();
        out.println("exchanged");
    }

    private void tidyUp(ShadowTables shadow) throws SQLException, InterruptedException {
        shadow.unfollow();
        settle("waiting for inserts under way");
        shadow.drop();
        progress.clear();
    }

    private void settle(String what) throws InterruptedException {
        progress.show(what);
        Thread.sleep(asked.settle().toMillis());
    }
}
