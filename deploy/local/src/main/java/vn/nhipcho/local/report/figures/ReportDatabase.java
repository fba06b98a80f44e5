package vn.nhipcho.local.report.figures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nhipcho.local.report.period.Period;

/** Runs the report's queries, one file each, on the views. Writes nothing. */
public final class ReportDatabase {
    private final Connection connection;
    private final ZoneId zone;

    public ReportDatabase(Connection connection, ZoneId zone) {
        this.connection = connection;
        this.zone = zone;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @param values of the placeholders: {@link Period}, collections of names, or names */
    public <T> List<T> rows(String query, Map<String, ?> values, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(fillIn(read(query), values))) {
            while (row.next()) {
                rows.add(reader.read(row));
            }
        }
        return rows;
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    static LocalDate day(Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private String fillIn(String sql, Map<String, ?> values) {
        String filled = sql;
        for (var value : values.entrySet()) {
            filled = value.getValue() instanceof Period period
                    ? filled.replace("${from}", "toDate32('" + period.from() + "')")
                            .replace("${to}", "toDate32('" + period.to() + "')")
                            .replace("${start}", time(period.from()))
                            .replace("${end}", time(period.to().plusDays(1)))
                    : filled.replace("${" + value.getKey() + "}", text(value.getValue()));
        }
        return filled;
    }

    private String time(LocalDate day) {
        return "fromUnixTimestamp64Milli(" + startOf(day).toEpochMilli() + ")";
    }

    /** A name stands inside the quotes of its query; a collection brings its own. */
    private static String text(Object value) {
        return value instanceof Collection<?> names
                ? names.stream().map(name -> "'" + escaped(name) + "'").collect(Collectors.joining(", "))
                : escaped(value);
    }

    private static String escaped(Object name) {
        return name.toString().replace("\\", "\\\\").replace("'", "\\'");
    }

    private static String read(String query) {
        String file = "/report/sql/" + query + ".sql";
        try (InputStream in = ReportDatabase.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
