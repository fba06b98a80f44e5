package vn.nhipcho.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Converts a quantity in a unit of sale to grams, or counts it. It converts only what {@code unit_conversions.csv}
 * tells: a {@code chục} is 10, 12 or 14 by place and good, so it is neither weighed nor counted.
 */
public final class UnitConversions {
    private static final String ANY = "*";
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Map<String, Map<String, Rate>> rates;

    /** What one unit is; exactly one of the two is set. */
    private record Rate(BigDecimal kilograms, BigDecimal pieces) {}

    private UnitConversions(Map<String, Map<String, Rate>> rates) {
        this.rates = rates;
    }

    public static UnitConversions load() {
        Map<String, Map<String, Rate>> rates = new HashMap<>();
        for (var row : ReferenceFile.rows("unit_conversions.csv")) {
            var rate = new Rate(decimal(row.get("kg_per_unit")), decimal(row.get("pieces_per_unit")));
            var earlier = rates.computeIfAbsent(key(row.get("unit")), unit -> new HashMap<>())
                    .put(row.get("commodity"), rate);
            if (earlier != null || (rate.kilograms == null) == (rate.pieces == null)) {
                throw new IllegalStateException("unit_conversions.csv, line " + (row.getRecordNumber() + 1)
                        + ": one row a unit and commodity, with kg_per_unit or pieces_per_unit");
            }
        }
        return new UnitConversions(rates);
    }

    /**
     * @param commodity code; null or unlisted: what holds for any commodity
     * @param quantityThousandths thousandths of {@code unit}; a gram's half is rounded up
     */
    public Converted convert(String unit, String commodity, long quantityThousandths) {
        var byCommodity = rates.get(unit);
        if (byCommodity == null) {
            byCommodity = rates.get(key(unit));
        }
        if (byCommodity == null) {
            return Converted.NEITHER;
        }
        var rate = byCommodity.get(commodity);
        if (rate == null) {
            rate = byCommodity.get(ANY);
        }
        if (rate == null) {
            return Converted.NEITHER;
        }
        // Thousandths of a unit times kilograms a unit are grams.
        Long amount = product(quantityThousandths, rate.kilograms != null ? rate.kilograms : rate.pieces);
        if (amount == null) {
            return Converted.NEITHER;
        }
        return rate.kilograms != null ? new Converted(amount, 0) : new Converted(null, amount);
    }

    /** Null when it does not fit in a long: a quantity beyond all sense is not converted. */
    private static Long product(long quantity, BigDecimal factor) {
        var exact = BigDecimal.valueOf(quantity).multiply(factor).setScale(0, RoundingMode.HALF_UP);
        return exact.abs().compareTo(LARGEST) > 0 ? null : exact.longValue();
    }

    private static String key(String unit) {
        return ReferenceFile.normalized(unit).toLowerCase(Locale.ROOT);
    }

    private static BigDecimal decimal(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
