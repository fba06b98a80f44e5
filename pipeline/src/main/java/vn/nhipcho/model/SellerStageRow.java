package vn.nhipcho.model;

/**
 * A row of {@code seller_stages}: one transition.
 *
 * @param enteredAt milliseconds
 * @param before stage before; empty: none
 * @param attribution as of enteredAt
 */
public record SellerStageRow(
        String sellerId,
        String stage,
        long enteredAt,
        String before,
        Attribution attribution,
        long version,
        boolean deleted) {

    public SellerStageRow stamped(long newVersion, boolean isDeleted) {
        return new SellerStageRow(sellerId, stage, enteredAt, before, attribution, newVersion, isDeleted);
    }
}
