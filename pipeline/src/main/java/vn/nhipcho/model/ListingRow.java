package vn.nhipcho.model;

/**
 * A row of {@code listings}: one listing as told last. Times in milliseconds, certificate days since 1970.
 *
 * @param commodity {@code (none)} where no event tells one
 * @param price minor units for one {@code unit}, or null
 * @param stock thousandths of {@code unit}, or null
 * @param attribution of the seller, as known now
 */
public record ListingRow(
        String platform,
        String listingId,
        String sellerId,
        String productId,
        String commodity,
        long publishedAt,
        long changedAt,
        Long withdrawnAt,
        Long price,
        String unit,
        Long stock,
        Integer ocopStars,
        String ocopCertificate,
        Integer ocopValidFrom,
        Integer ocopValidTo,
        Attribution attribution,
        long version) {}
