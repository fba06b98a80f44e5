package vn.nhipcho.local.report.figures;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.nhipcho.local.report.period.Period;

/** The measures of one period over some platforms; exact. */
public final class Measures {
    /** Figures of fewer sellers than these are not shown to leaders. */
    public static final int FEWEST_SELLERS = 5;

    private final Map<Measure, BigDecimal> values;

    public Measures(Map<Measure, BigDecimal> values) {
        this.values = new EnumMap<>(values);
    }

    /** @param platforms may be empty: then of none */
    public static Measures read(ReportDatabase database, Period period, Collection<String> platforms)
            throws SQLException {
        var placeholders = Map.of("period", period, "platforms", platforms.isEmpty() ? List.of("") : platforms);
        return database.rows("measures", placeholders, row -> {
                    Map<Measure, BigDecimal> values = new EnumMap<>(Measure.class);
                    for (Measure measure : Measure.values()) {
                        values.put(measure, row.getBigDecimal(measure.column()));
                    }
                    return new Measures(values);
                })
                .get(0);
    }

    public BigDecimal of(Measure measure) {
        return values.get(measure);
    }

    public long count(Measure measure) {
        return of(measure).longValueExact();
    }

    /** Whether the measure would tell of so few sellers that one could be recognised. */
    public boolean isOfTooFew(Measure measure) {
        long traders = count(Measure.TRADED_ACCOUNTS);
        return measure.isOfTraders() && traders > 0 && traders < FEWEST_SELLERS;
    }
}
