package vn.nhipcho.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.report.FigureFile;
import vn.nhipcho.local.report.FigureStore;
import vn.nhipcho.local.report.figures.ReportDatabase;

/** {@code report import}: figures that only documents have. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Loads reported figures (courses, trained turns, press items and so on) from a CSV file, whole or not at all.",
            "The newest by as_of counts; the same figure as of the same day takes the place of the former."
        },
        footer = {
            "",
            "The columns are indicator,period,place,platform,value,document,as_of; see examples/reported-figures.csv. "
                    + "Periods are those of the administrative calendar; an empty platform means all together."
        })
public final class ImportFiguresCommand implements Callable<Integer> {
    @Parameters(arity = "1", paramLabel = "FILE", description = "A CSV file in UTF-8 with a header line.")
    private Path file;

    @Mixin
    private ClickHouseOptions clickhouse;

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new WrongUse(file + " cannot be read");
        }
        try (var reached = clickhouse.reach("report import");
                Connection connection = reached.config().connect()) {
            Deployment deployment = Deployment.read(reached.config())
                    .orElseThrow(() -> new WrongUse("ClickHouse is not set up: run 'nhip-cho migrate' first"));
            var store = new FigureStore(connection, new ReportDatabase(connection, deployment.zone()));
            List<FigureFile.Line> lines = store.reader().read(file);
            store.store(lines);
            System.out.println("imported\t" + lines.size());
            return NhipCho.DONE;
        } catch (IllegalArgumentException e) {
            throw new WrongUse(file + ": " + e.getMessage());
        } catch (SQLException e) {
            throw ReportTables.unreadable(e);
        } catch (IOException e) {
            throw new Failure(file + " could not be read", e);
        }
    }
}
