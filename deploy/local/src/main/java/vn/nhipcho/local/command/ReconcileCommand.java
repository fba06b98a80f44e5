package vn.nhipcho.local.command;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.nhipcho.clickhouse.Reconcile;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.NhipCho;

/** {@code reconcile}: whether the totals are what the facts add up to. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = {
            "Recomputes every cell of the totals from the order lines and parts and compares.",
            "Exit code 1 if any differs. Meant for a stack at rest or idle: while events stream in, facts and totals of "
                    + "the same second are written one after the other."
        })
public final class ReconcileCommand implements Callable<Integer> {
    @Mixin
    private ClickHouseOptions clickhouse;

    @Override
    public Integer call() throws InterruptedException {
        try (var reached = clickhouse.reach("reconcile")) {
            var result = Reconcile.run(reached.config());
            result.first().forEach(System.out::println);
            if (result.differing() > result.first().size()) {
                System.out.printf("… the first %d are shown%n", result.first().size());
            }
            System.out.printf("cells compared\t%d%ncells that differ\t%d%n", result.cells(), result.differing());
            return result.isClean() ? NhipCho.DONE : NhipCho.DIFFERENCE;
        } catch (SQLException e) {
            throw new Failure("ClickHouse could not compare", e);
        }
    }
}
