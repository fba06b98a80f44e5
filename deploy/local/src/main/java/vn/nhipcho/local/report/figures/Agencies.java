package vn.nhipcho.local.report.figures;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a place and its agencies are called by date. */
public record Agencies(List<Agency> all) {

    /** @param validFrom null: ever since; @param validTo last day; null: to this day */
    public record Agency(String role, String name, LocalDate validFrom, LocalDate validTo) {
        private boolean isValidOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }
    }

    public static Agencies read(ReportDatabase database, String place, String language) throws SQLException {
        return new Agencies(database.rows(
                "agencies",
                Map.of("place", place),
                row -> new Agency(
                        row.getString("role"),
                        row.getString("name_" + language),
                        ReportDatabase.day(row.getDate("valid_from")),
                        ReportDatabase.day(row.getDate("valid_to")))));
    }

    public Optional<String> nameOn(String role, LocalDate day) {
        return all.stream()
                .filter(agency -> agency.role().equals(role) && agency.isValidOn(day))
                .map(Agency::name)
                .findFirst();
    }
}
