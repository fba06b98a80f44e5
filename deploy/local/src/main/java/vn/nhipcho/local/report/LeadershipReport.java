package vn.nhipcho.local.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.report.figures.ReportDatabase;
import vn.nhipcho.local.report.page.Formats;
import vn.nhipcho.local.report.page.Page;
import vn.nhipcho.local.report.page.Table;
import vn.nhipcho.local.report.page.Words;

/** Makes the report of one period from the views, and issues it. */
public final class LeadershipReport {
    private final Connection connection;
    private final ReportDatabase database;
    private final ZoneId zone;
    private final boolean isSimulated;

    public LeadershipReport(Connection connection, Deployment deployment) {
        this.connection = connection;
        this.zone = deployment.zone();
        this.isSimulated = deployment.isSimulated();
        this.database = new ReportDatabase(connection, zone);
    }

    /** The province whose districts the figures are kept by. */
    public String place() throws SQLException {
        List<String> places = database.rows("places", Map.of(), row -> row.getString("place"));
        if (places.size() != 1) {
            throw new WrongUse("--place: say which province the report is about; there are " + places);
        }
        return places.get(0);
    }

    /** What holds now, and beside it what was issued last, if anything was. */
    public Page draft(ReportRequest request) throws SQLException {
        return page(request, Optional.empty());
    }

    /** As {@link #draft}, stored as the next version. */
    public Page issue(ReportRequest request) throws SQLException {
        return page(request, Optional.of(Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    private Page page(ReportRequest request, Optional<Instant> issueAt) throws SQLException {
        var words = new Words(request.language());
        ZonedDateTime asOf = asOf();
        ReportData data = ReportData.read(database, request, asOf, zone, isSimulated);
        requireBegun(data, issueAt.isPresent());
        Optional<IssuedReport> before = IssuedReport.last(database, request);
        var builder = new ReportPage(data, words);
        List<IssuedFigure> figures = IssuedFigure.of(builder.page("", List.of()));
        int version = before.map(IssuedReport::version).orElse(0) + 1;
        if (issueAt.isPresent()) {
            new IssuedReport(version, issueAt.get(), figures).store(connection, request, asOf);
        }
        String standing = issueAt.map(at -> words.of("standing.issued", version, time(at, words)))
                .orElse(words.of("standing.draft"));
        List<Table> compared = before
                .map(issued -> new IssuedTable(issued, figures, words))
                .map(table -> table.table(time(before.get().issuedAt(), words)))
                .stream()
                .toList();
        return builder.page(standing, compared);
    }

    /** Until when every job has taken in the orders, as on the dashboards; null: nothing yet. */
    private ZonedDateTime asOf() throws SQLException {
        return database
                .rows("as_of", Map.of(), row -> Instant.ofEpochMilli(row.getLong("as_of"))
                        .atZone(zone))
                .stream()
                .findFirst()
                .orElse(null);
    }

    private String time(Instant instant, Words words) {
        return new Formats(words).time(instant.atZone(zone));
    }

    private static void requireBegun(ReportData data, boolean isToBeIssued) {
        if (data.asOfDay().isBefore(data.period().from())) {
            throw new WrongUse("%s begins on %s, and the figures reach to %s only"
                    .formatted(data.period().code(), data.period().from(), data.asOfDay()));
        }
        if (isToBeIssued && data.asOf() == null) {
            throw new WrongUse("--issue: no order has come in yet; print it without --issue");
        }
        if (isToBeIssued && !data.isOver()) {
            throw new WrongUse("--issue: %s ends on %s, and the figures reach to %s only; print it without --issue"
                    .formatted(data.period().code(), data.period().to(), data.asOfDay()));
        }
    }
}
