package vn.nhipcho.local.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Quotients, exact to far more digits than are ever shown. */
final class Ratios {
    /** A ratio of fewer cases is shown grey and gets no rank. */
    static final long FEWEST_CASES = 30;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_UP);

    private Ratios() {}

    static BigDecimal quotient(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, DIGITS);
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return quotient(part.multiply(HUNDRED), whole);
    }

    /** By how many per cent a value is above another. */
    static BigDecimal change(BigDecimal now, BigDecimal before) {
        return percent(now.subtract(before), before);
    }
}
