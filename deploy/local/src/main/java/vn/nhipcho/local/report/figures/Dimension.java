package vn.nhipcho.local.report.figures;

/** By what a breakdown is; {@code column} of the views. */
public enum Dimension {
    PLATFORM,
    SELLER_TYPE,
    DISTRICT,
    COMMUNE,
    COMMODITY,
    COOPERATIVE;

    public String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
