package vn.nhipcho.source;

import static vn.nhipcho.deadletter.DeadLetterReason.OUT_OF_RANGE;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToLongFunction;
import vn.nhipcho.model.Line;

/** Checks of money and quantities, and their scaled longs. */
final class Amounts {
    /** Minor units: a trillion of the currency. 90,000 such amounts still add up within a long. */
    static final long MOST_MONEY = 100_000_000_000_000L;

    /** Thousandths: a billion units. */
    static final long MOST_QUANTITY = 1_000_000_000_000L;

    private static final int LONG_BITS = 63;

    private Amounts() {}

    /** Minor units; zero when absent. */
    static long moneyOrZero(String field, BigDecimal amount) {
        return amount == null ? 0 : money(field, amount);
    }

    static Long moneyOrNull(String field, BigDecimal amount) {
        return amount == null ? null : (Long) money(field, amount);
    }

    static long money(String field, BigDecimal amount) {
        return within(field, amount, MOST_MONEY);
    }

    static Long quantityOrNull(String field, BigDecimal quantity) {
        return quantity == null ? null : (Long) quantity(field, quantity);
    }

    static long quantity(String field, BigDecimal quantity) {
        return within(field, quantity, MOST_QUANTITY);
    }

    /** Refuses a line whose value, quantity times price, is more than money may be. */
    static void checkLineValue(String field, long thousandths, long unitPrice) {
        if (Math.multiplyHigh(thousandths, unitPrice) != 0
                || thousandths * unitPrice < 0
                || thousandths * unitPrice / 1000 > MOST_MONEY) {
            throw new Refusal(OUT_OF_RANGE, field + ": quantity times unit_price is more than 10^12");
        }
    }

    /**
     * Refuses lines that are more together than one may be: a cell must bear thousands of such orders. Each line is within
     * its own limit already, so no sum here overflows before it is refused.
     */
    static void checkTotals(String field, List<Line> lines) {
        checkTotal(field, "value", lines, line -> line.quantity() * line.unitPrice() / 1000, MOST_MONEY);
        checkTotal(field, "discount", lines, Line::discount, MOST_MONEY);
        checkTotal(field, "shipping_fee", lines, Line::shippingFee, MOST_MONEY);
        checkTotal(field, "quantity", lines, Line::quantity, MOST_QUANTITY);
    }

    private static void checkTotal(String field, String what, List<Line> lines, ToLongFunction<Line> of, long most) {
        long total = 0;
        for (Line line : lines) {
            total += of.applyAsLong(line);
            if (total > most) {
                throw new Refusal(
                        OUT_OF_RANGE,
                        field + ": their " + what + " together is more than "
                                + (most == MOST_MONEY ? "10^12" : "10^9"));
            }
        }
    }

    private static long within(String field, BigDecimal value, long most) {
        // The scale is the schema's, so the unscaled value already counts minor units or thousandths.
        var unscaled = value.unscaledValue();
        if (unscaled.bitLength() > LONG_BITS || unscaled.longValue() < 0 || unscaled.longValue() > most) {
            String told =
                    unscaled.bitLength() > LONG_BITS ? "a number of " + unscaled.bitLength() + " bits" : "" + value;
            throw new Refusal(
                    OUT_OF_RANGE,
                    field + " is " + told + ", not within 0 and "
                            + BigDecimal.valueOf(most, value.scale()).toBigInteger());
        }
        return unscaled.longValue();
    }
}
