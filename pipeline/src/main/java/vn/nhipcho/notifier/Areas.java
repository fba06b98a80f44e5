package vn.nhipcho.notifier;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Official names of districts and communes, and which support unit looks after whom on a day. */
public final class Areas {
    private static final String NO_PLACE = "Chưa rõ địa bàn";
    private static final String SEVERAL = "Xã thuộc nhiều huyện cũ";
    private static final String PLATFORMS = "Sàn thương mại điện tử";

    /** @param level {@code commune} or {@code cooperative}; @param validTo last day; null: open */
    public record SupportArea(String unit, String level, String code, LocalDate validFrom, LocalDate validTo) {
        private boolean covers(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }
    }

    private final Map<String, String> districts;
    private final Map<String, String> communes;
    private final Map<String, String> unitOfCommune = new HashMap<>();
    private final Map<String, String> unitOfCooperative = new HashMap<>();

    /** @param day on which support areas must be valid */
    public Areas(
            Map<String, String> districts,
            Map<String, String> communes,
            List<SupportArea> supportAreas,
            LocalDate day) {
        this.districts = Map.copyOf(districts);
        this.communes = Map.copyOf(communes);
        for (SupportArea area : supportAreas) {
            if (area.covers(day) && area.level().equals("cooperative")) {
                unitOfCooperative.put(area.code(), area.unit());
            } else if (area.covers(day) && area.level().equals("commune")) {
                unitOfCommune.put(area.code(), area.unit());
            }
        }
    }

    public static Areas read(Connection connection, LocalDate day) throws SQLException {
        return new Areas(names(connection, "district"), names(connection, "commune"), supportAreas(connection), day);
    }

    /** The unit of the cooperative goes before that of the commune: it is the nearer one. */
    public Area of(OpenAlert alert) {
        String unit = unitOfCooperative.get(alert.cooperative());
        if (unit == null) {
            unit = unitOfCommune.get(alert.commune());
        }
        return unit != null
                ? new Area(Area.Kind.SUPPORT_UNIT, unit, unit)
                : new Area(Area.Kind.DISTRICT, alert.district(), districtName(alert));
    }

    private String districtName(OpenAlert alert) {
        String code = alert.district();
        if (alert.sellerId().isEmpty()) {
            return PLATFORMS;
        }
        return switch (code) {
            case "", "unknown", "(none)" -> NO_PLACE;
            case "mixed" -> SEVERAL;
            default -> districts.getOrDefault(code, code);
        };
    }

    /** Whether there is such a district or support unit, by its code or its name. */
    public boolean isKnown(String area) {
        return Stream.of(districts.keySet(), districts.values(), unitOfCommune.values(), unitOfCooperative.values())
                .flatMap(Collection::stream)
                .anyMatch(area::equalsIgnoreCase);
    }

    /** As written where it has no official name. */
    public String communeName(String code) {
        return communes.getOrDefault(code, code);
    }

    private static Map<String, String> names(Connection connection, String level) throws SQLException {
        Map<String, String> names = new HashMap<>();
        try (Statement statement = connection.createStatement();
                // Codes came to mean another place on 1 July 2025: the name of today is written last.
                ResultSet row = statement.executeQuery("SELECT code, name FROM market.admin_units WHERE level = '"
                        + level + "' ORDER BY coalesce(valid_to, toDate32('2299-12-31'))")) {
            while (row.next()) {
                names.put(row.getString(1), row.getString(2));
            }
        }
        return names;
    }

    private static List<SupportArea> supportAreas(Connection connection) throws SQLException {
        List<SupportArea> areas = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT unit, level, code, valid_from, valid_to"
                        + " FROM market.support_areas ORDER BY valid_from, unit")) {
            while (row.next()) {
                areas.add(new SupportArea(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        day(row.getDate(4)),
                        day(row.getDate(5))));
            }
        }
        return areas;
    }

    private static LocalDate day(Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
