package vn.nhipcho.importer;

import java.math.BigDecimal;
import vn.nhipcho.deadletter.DeadLetterReason;

/** Numbers to the fixed scale of the contract: decimal(18, scale), and never a digit lost. */
final class Decimals {
    private static final int PRECISION = 18;

    private Decimals() {}

    static BigDecimal exact(BigDecimal number, int scale, String field) throws RowRejected {
        if (number.signum() != 0 && (long) number.precision() - number.scale() > PRECISION - scale) {
            throw new RowRejected(
                    DeadLetterReason.OUT_OF_RANGE,
                    field + " has more than " + (PRECISION - scale) + " digits before the point");
        }
        // A written exponent can ask for a billion zeros; no number of the contract comes near this scale.
        boolean exact = number.signum() == 0
                || number.scale() <= scale
                || number.scale() <= 1000 && number.stripTrailingZeros().scale() <= scale;
        if (!exact) {
            throw new RowRejected(
                    DeadLetterReason.OUT_OF_RANGE, field + " has more than " + scale + " digits after the point");
        }
        return number.signum() == 0 ? BigDecimal.ZERO.setScale(scale) : number.setScale(scale);
    }
}
