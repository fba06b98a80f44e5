package vn.nhipcho.local.report.figures;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhipcho.local.report.period.Period;

/** The marketplaces that send data, and since when. */
public record Platforms(List<Platform> all) {

    /** @param isInProgramme one of the programme's own marketplaces */
    public record Platform(String id, String name, boolean isInProgramme, LocalDate connectedFrom) {}

    public static Platforms read(ReportDatabase database) throws SQLException {
        return new Platforms(database.rows(
                "connections",
                Map.of(),
                row -> new Platform(
                        row.getString("platform"),
                        row.getString("name"),
                        row.getBoolean("in_programme"),
                        ReportDatabase.day(row.getDate("connected_from")))));
    }

    public List<String> ids() {
        return all.stream().map(Platform::id).toList();
    }

    /** Those that were connected through the whole of a period. */
    public List<Platform> throughout(Period period) {
        return all.stream()
                .filter(platform -> !platform.connectedFrom().isAfter(period.from()))
                .toList();
    }

    /** The first day of which anything is known. */
    public Optional<LocalDate> begin() {
        return all.stream().map(Platform::connectedFrom).min(Comparator.naturalOrder());
    }
}
