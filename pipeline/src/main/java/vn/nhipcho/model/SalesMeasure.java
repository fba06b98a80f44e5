package vn.nhipcho.model;

/** What a cell of {@code sales} adds up, in the order of the row's array; see {@code interface.md}. */
public enum SalesMeasure {
    ORDERS(0),
    DELIVERED_ORDERS(0),
    CANCELLED_ORDERS(0),
    RETURNED_ORDERS(0),
    LATE_ORDERS(0),
    LINES(0),
    DELIVERED_LINES(0),
    CANCELLED_LINES(0),
    QUANTITY_KG(3),
    QUANTITY_PIECES(3),
    DELIVERED_QUANTITY_KG(3),
    DELIVERED_GROSS_KG(2),
    LINES_UNCONVERTED(0),
    GROSS(2),
    DELIVERED_GROSS(2),
    CANCELLED_GROSS(2),
    SHIPPING(2);

    /** Decimal digits of the column: the array holds the value times 10^scale. */
    public final int scale;

    SalesMeasure(int scale) {
        this.scale = scale;
    }
}
