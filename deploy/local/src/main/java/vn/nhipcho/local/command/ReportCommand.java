package vn.nhipcho.local.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.report.LeadershipReport;
import vn.nhipcho.local.report.ReportRequest;
import vn.nhipcho.local.report.figures.Dimension;
import vn.nhipcho.local.report.page.CsvSheet;
import vn.nhipcho.local.report.page.HtmlPage;
import vn.nhipcho.local.report.page.Language;
import vn.nhipcho.local.report.page.Page;
import vn.nhipcho.local.report.page.Words;
import vn.nhipcho.local.report.page.XlsxBook;

/** {@code report}: what a leader reads of a period. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes the leadership report of a period: indicators against target and the same period last year, "
                    + "localities, goods, cooperatives, sellers that need support. HTML to print on A4, CSV or XLSX.",
            "Where a report of the period was issued before, it also shows what was reported and what holds now."
        },
        footer = {
            "",
            "July 2022 of state agencies is 15 June to 14 July: nhip-cho report --period 2022-07 --out bao-cao.html",
            "Figures that no marketplace sends come from documents: nhip-cho report import FILE"
        },
        subcommands = ImportFiguresCommand.class)
public final class ReportCommand implements Callable<Integer> {
    @Mixin
    private PeriodOptions period;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (default: standard output).")
    private Path out;

    /** What a report is written as. */
    enum Format {
        HTML,
        CSV,
        XLSX
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "html, csv or xlsx (default: by the end of FILE, else html).")
    private Format format;

    @Option(names = "--lang", paramLabel = "LANG", defaultValue = "VI", description = "vi or en (default: vi).")
    private Language language;

    /** By which boundaries localities are ranked. */
    enum Boundary {
        DISTRICT,
        COMMUNE
    }

    @Option(
            names = "--boundary",
            paramLabel = "SET",
            description = "Localities by the old districts (district) or the communes of 2025 (commune); default: "
                    + "commune where the period begins on 1 July 2025 or later.")
    private Boundary boundary;

    @Option(
            names = "--place",
            paramLabel = "CODE",
            description = "Province that targets, reported figures and agencies are looked up by (default: that of the "
                    + "districts in the reference data).")
    private String place;

    @Option(names = "--issue", description = "Stores the report as issued, with the next version number.")
    private boolean issue;

    @Mixin
    private ClickHouseOptions clickhouse;

    @Override
    public Integer call() throws InterruptedException {
        var wanted = period.period();
        Format written = format();
        try (var reached = clickhouse.reach("report");
                Connection connection = reached.config().connect()) {
            Deployment deployment = Deployment.read(reached.config())
                    .orElseThrow(() -> new WrongUse("ClickHouse is not set up: run 'nhip-cho migrate' first"));
            var report = new LeadershipReport(connection, deployment);
            var request = new ReportRequest(
                    wanted, boundary(wanted.from()), language, place != null ? place : report.place());
            write(issue ? report.issue(request) : report.draft(request), written);
            return NhipCho.DONE;
        } catch (NoSuchFileException e) {
            throw new WrongUse("--out: there is no folder for " + e.getFile());
        } catch (SQLException e) {
            throw ReportTables.unreadable(e);
        } catch (IOException e) {
            throw new Failure("The report could not be written", e);
        }
    }

    private Dimension boundary(LocalDate from) {
        if (boundary != null) {
            return Dimension.valueOf(boundary.name());
        }
        return from.isBefore(LocalDate.of(2025, 7, 1)) ? Dimension.DISTRICT : Dimension.COMMUNE;
    }

    private Format format() {
        String name = out == null ? "" : String.valueOf(out.getFileName()).toLowerCase(java.util.Locale.ROOT);
        Format written = format != null ? format : formatOf(name);
        if (written == Format.XLSX && out == null) {
            throw new WrongUse("--format xlsx needs --out FILE");
        }
        return written;
    }

    private static Format formatOf(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return switch (extension) {
            case "csv" -> Format.CSV;
            case "xlsx" -> Format.XLSX;
            case "html", "htm" -> Format.HTML;
            default -> {
                if (name.contains(".")) {
                    throw new WrongUse("--out: a report is written as .html, .csv or .xlsx, not as ." + extension
                            + "; print the page for a PDF, or say which with --format");
                }
                yield Format.HTML;
            }
        };
    }

    private void write(Page page, Format written) throws IOException {
        if (out == null) {
            write(page, written, new PrintStream(System.out, false, StandardCharsets.UTF_8));
            return;
        }
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
            write(page, written, file);
        }
        System.err.println("Written to " + out);
    }

    private void write(Page page, Format written, OutputStream to) throws IOException {
        var words = new Words(language);
        var text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        switch (written) {
            case HTML -> new HtmlPage(words).write(page, text);
            case CSV -> new CsvSheet(words).write(page, text);
            case XLSX -> new XlsxBook(words).write(page, to);
        }
        text.flush();
    }
}
