package vn.nhipcho.ledger;

import java.math.BigInteger;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.Place;

/** What a line of an order is worth and what it is of. */
public final class LineValue {
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

    private LineValue() {}

    /** quantity × unit price − discount in minor units, rounded half up (interface, "Sources"). */
    public static long gross(Line line) {
        BigInteger thousandths = BigInteger.valueOf(line.quantity()).multiply(BigInteger.valueOf(line.unitPrice()));
        BigInteger rounded =
                thousandths.multiply(BigInteger.TWO).add(THOUSAND).divide(THOUSAND.multiply(BigInteger.TWO));
        return rounded.longValueExact() - line.discount();
    }

    /** The line's own, failing that the listing's; a line without product and commodity can never be told. */
    public static String commodityOf(Line line, PartState part) {
        if (line.commodity() != null) {
            return line.commodity().isEmpty() ? Place.NONE : line.commodity();
        }
        if (line.productId() == null) {
            return Place.NONE;
        }
        return part.commodities().getOrDefault(line.productId(), Place.UNKNOWN);
    }
}
