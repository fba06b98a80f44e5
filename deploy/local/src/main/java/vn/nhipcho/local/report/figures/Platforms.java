package vn.nhipcho.local.report.figures;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhipcho.local.report.period.Period;

/** The marketplaces that send data, and since when. */
public record Platforms(List<Platform> all) {

    /**
     * One marketplace under one name.
     *
     * @param successor what it has become; itself where it goes on
     * @param isInProgramme one of the programme's own marketplaces
     */
    public record Platform(String id, String name, Name successor, boolean isInProgramme, LocalDate connectedFrom) {}

    public record Name(String id, String name) {}

    /** A marketplace with those that became it, which are one when years are compared. */
    public record Succession(Name name, List<Platform> platforms) {
        public boolean isConnectedOn(LocalDate day) {
            return platforms.stream()
                    .anyMatch(platform -> !platform.connectedFrom().isAfter(day));
        }
    }

    public static Platforms read(ReportDatabase database) throws SQLException {
        return new Platforms(database.rows(
                "connections",
                Map.of(),
                row -> new Platform(
                        row.getString("platform"),
                        row.getString("name"),
                        new Name(row.getString("successor"), row.getString("successor_name")),
                        row.getBoolean("in_programme"),
                        ReportDatabase.day(row.getDate("connected_from")))));
    }

    public List<String> ids() {
        return all.stream().map(Platform::id).toList();
    }

    public List<Succession> successions() {
        Map<Name, List<Platform>> bySuccessor = new LinkedHashMap<>();
        for (Platform platform : all) {
            bySuccessor
                    .computeIfAbsent(platform.successor(), name -> new ArrayList<>())
                    .add(platform);
        }
        return bySuccessor.entrySet().stream()
                .map(one -> new Succession(one.getKey(), one.getValue()))
                .toList();
    }

    /** Those that were connected, as whatever they were called then, through the whole of a period. */
    public List<Succession> throughout(Period period) {
        return successions().stream()
                .filter(succession -> succession.isConnectedOn(period.from()))
                .toList();
    }

    /** What the marketplace has become. */
    public String successorOf(String id) {
        return all.stream()
                .filter(platform -> platform.id().equals(id))
                .map(platform -> platform.successor().id())
                .findFirst()
                .orElse(id);
    }

    /** The first day of which anything is known. */
    public Optional<LocalDate> begin() {
        return all.stream().map(Platform::connectedFrom).min(Comparator.naturalOrder());
    }
}
