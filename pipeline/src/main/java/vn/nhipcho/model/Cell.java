package vn.nhipcho.model;

/**
 * One cell of one grouping set in one hour. Dimensions outside the set are empty.
 *
 * @param grouping name of the grouping set: its columns joined by {@code _}, or {@code all}
 * @param hour seconds since 1970 UTC at which the hour of the business zone begins
 */
public record Cell(
        String grouping,
        long hour,
        String platform,
        String province,
        String district,
        String commune,
        String commodity,
        String cooperative,
        String sellerType) {}
