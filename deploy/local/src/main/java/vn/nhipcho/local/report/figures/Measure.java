package vn.nhipcho.local.report.figures;

import java.util.Locale;

/** What {@code measures.sql} answers of one period; columns of the same name. */
public enum Measure {
    TRANSACTIONS(true, true),
    VALUE(true, true),
    RETURNED_ORDERS(true, true),
    QUANTITY(true, true),
    DELIVERED_LINES(true, true),
    LINES_UNCONVERTED(true, true),
    PLACED_ORDERS(true, true),
    PLACED_DELIVERED(true, true),
    TRADED_ACCOUNTS(true, false),
    TRADED_HOUSEHOLDS(true, false),
    SHOPS_ON_SALE(true, false),
    PRODUCTS_ON_SALE(true, false),
    OCOP_ON_SALE(true, false),
    OCOP_VALID(true, false),
    ACTIVE_ACCOUNTS(false, false),
    ACCOUNTS_ACTIVATED(false, false),
    HOUSEHOLDS_ACTIVATED(false, false);

    private final boolean isOfPlatforms;
    private final boolean isOfTraders;

    Measure(boolean isOfPlatforms, boolean isOfTraders) {
        this.isOfPlatforms = isOfPlatforms;
        this.isOfTraders = isOfTraders;
    }

    /** Whether it can be had of some platforms alone. */
    public boolean isOfPlatforms() {
        return isOfPlatforms;
    }

    /** Whether it tells of what those who traded did, so that too few of them could be recognised. */
    public boolean isOfTraders() {
        return isOfTraders;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
