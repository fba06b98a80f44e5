package vn.nhipcho.model;

/** What a cell of {@code successes} adds up: by the hour of success, returns by the hour of the return. */
public enum SuccessMeasure {
    DELIVERED_ORDERS(0),
    DELIVERED_LINES(0),
    DELIVERED_QUANTITY_KG(3),
    DELIVERED_QUANTITY_PIECES(3),
    DELIVERED_GROSS_KG(2),
    LINES_UNCONVERTED(0),
    DELIVERED_GROSS(2),
    RETURNED_ORDERS(0),
    RETURNED_LINES(0),
    RETURNED_GROSS(2);

    /** Decimal digits of the column: the array holds the value times 10^scale. */
    public final int scale;

    SuccessMeasure(int scale) {
        this.scale = scale;
    }
}
