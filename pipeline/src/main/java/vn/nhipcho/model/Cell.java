package vn.nhipcho.model;

/**
 * One cell of one grouping set in one hour. Dimensions outside the set are empty.
 *
 * <p>{@code hashCode} is written out because it decides in which key group a savepoint keeps the cell, and the language leaves
 * open how a record's is made; it is the one that Java 17 makes. Both it and {@code equals} are also quicker so until the JVM
 * has optimised them, afterwards as quick.
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
        String sellerType) {

    @Override
    public int hashCode() {
        int hash = grouping.hashCode();
        hash = 31 * hash + Long.hashCode(hour);
        hash = 31 * hash + platform.hashCode();
        hash = 31 * hash + province.hashCode();
        hash = 31 * hash + district.hashCode();
        hash = 31 * hash + commune.hashCode();
        hash = 31 * hash + commodity.hashCode();
        hash = 31 * hash + cooperative.hashCode();
        return 31 * hash + sellerType.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Cell that
                        && hour == that.hour
                        && grouping.equals(that.grouping)
                        && platform.equals(that.platform)
                        && province.equals(that.province)
                        && district.equals(that.district)
                        && commune.equals(that.commune)
                        && commodity.equals(that.commodity)
                        && cooperative.equals(that.cooperative)
                        && sellerType.equals(that.sellerType);
    }
}
