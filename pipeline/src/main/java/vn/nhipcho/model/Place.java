package vn.nhipcho.model;

/**
 * Where a seller is, in both boundary sets: {@code district} is always the old district (boundaries of 2024),
 * {@code commune} always the commune of 2025. Values are codes, or {@link #NONE}, {@link #UNKNOWN}, {@link #MIXED}.
 */
public record Place(String province, String district, String commune) {
    /** The value does not exist. */
    public static final String NONE = "(none)";
    /** The value exists and is not known yet. */
    public static final String UNKNOWN = "unknown";
    /** The commune of 2025 straddles two old districts. */
    public static final String MIXED = "mixed";

    public static final Place UNKNOWN_PLACE = new Place(UNKNOWN, UNKNOWN, UNKNOWN);
}
