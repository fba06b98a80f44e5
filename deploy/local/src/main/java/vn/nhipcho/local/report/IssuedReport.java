package vn.nhipcho.local.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.nhipcho.local.report.figures.ReportDatabase;

/** A report as it was issued; never changed afterwards, a later one of the same period gets the next version. */
record IssuedReport(int version, Instant issuedAt, List<IssuedFigure> figures) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static Optional<IssuedReport> last(ReportDatabase database, ReportRequest request) throws SQLException {
        Map<String, String> key = Map.of(
                "place", request.place(),
                "period", request.period().code(),
                "calendar", lower(request.period().calendar()),
                "boundary", lower(request.boundary()),
                "language", lower(request.language()));
        return database
                .rows(
                        "issued",
                        key,
                        row -> new IssuedReport(
                                row.getInt("version"),
                                row.getObject("issued_at", ZonedDateTime.class).toInstant(),
                                read(row.getString("figures"))))
                .stream()
                .findFirst();
    }

    void store(Connection connection, ReportRequest request, ZonedDateTime asOf) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO market_raw.issued_reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, request.place());
            insert.setString(2, request.period().code());
            insert.setString(3, lower(request.period().calendar()));
            insert.setString(4, lower(request.boundary()));
            insert.setString(5, lower(request.language()));
            insert.setInt(6, version);
            insert.setObject(7, request.period().from());
            insert.setObject(8, request.period().to());
            if (asOf == null) {
                insert.setNull(9, Types.NULL);
            } else {
                insert.setObject(9, asOf.withZoneSameInstant(ZoneOffset.UTC));
            }
            insert.setObject(10, issuedAt.atZone(ZoneOffset.UTC));
            insert.setString(11, JSON.writeValueAsString(figures));
            insert.execute();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures that cannot be written as JSON", e);
        }
    }

    private static List<IssuedFigure> read(String json) throws SQLException {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("the figures of an issued report cannot be read", e);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
