package vn.nhipcho.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Migrations;
import vn.nhipcho.clickhouse.ReferenceTables;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.data.Deployment;

/** {@code migrate}: tables and views of this release. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description =
                "Brings ClickHouse's tables, views and reference data to this release; a second run changes nothing.")
public final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private ClickHouseOptions clickhouse;

    @Mixin
    private DeploymentOptions deployment;

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            description = "Make replicated tables on all nodes of this ClickHouse cluster.")
    private String cluster;

    @Option(
            names = "--reference",
            paramLabel = "DIR",
            description = "Folder with reference files of your own (cooperatives.csv, ocop_certificates.csv, "
                    + "supply_capacity.csv, targets.csv …), with the columns of the release's; one that is there takes "
                    + "the place of the release's (default: reference in the data directory).")
    private Path reference;

    @Override
    public Integer call() throws InterruptedException {
        ZoneId zone = deployment.zone();
        String currency = deployment.currency();
        try (var reached = clickhouse.reachOrCreate("migrate")) {
            MigrationParameters parameters = parameters(reached.config(), zone, currency);
            List<String> applied = Migrations.apply(reached.config(), parameters);
            List<String> loaded = ReferenceTables.load(reached.config(), referenceFolder());
            applied.forEach(migration -> System.out.println("applied\t" + migration));
            loaded.forEach(table -> System.out.println("loaded\t" + table));
            if (applied.isEmpty() && loaded.isEmpty()) {
                System.out.println("Everything is there already; nothing was changed.");
            }
            return NhipCho.DONE;
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new WrongUse(e.getMessage());
        } catch (SQLException | IOException e) {
            throw new Failure("ClickHouse could not be migrated", e);
        }
    }

    private Path referenceFolder() {
        return reference != null ? reference : clickhouse.directory().reference();
    }

    /** What is not asked for is as it was set up. */
    private MigrationParameters parameters(ClickHouseConfig config, ZoneId zone, String currency) throws SQLException {
        var found = vn.nhipcho.clickhouse.Deployment.read(config);
        return new MigrationParameters(
                zone != null ? zone : found.map(d -> d.zone()).orElse(ZoneId.of(Deployment.DEFAULT_ZONE)),
                currency != null ? currency : found.map(d -> d.currency()).orElse(Deployment.DEFAULT_CURRENCY),
                cluster);
    }
}
