package vn.nhipcho.model;

/**
 * One event of a listing, decoded and within range. Null components mean "unchanged".
 *
 * @param productId the key that order lines refer to; the listing id where the event gives none
 * @param price minor units for one {@code unit}
 * @param stock thousandths of {@code unit}
 * @param ocopValidFrom first day of the certificate, days since 1970
 * @param ocopValidTo last day of the certificate, days since 1970
 */
public record ListingChange(
        String platform,
        String listingId,
        String sellerId,
        String eventId,
        String kind,
        long occurredAt,
        long payloadHash,
        String productId,
        String commodity,
        Long price,
        String unit,
        Long stock,
        Integer ocopStars,
        String ocopCertificate,
        Integer ocopValidFrom,
        Integer ocopValidTo,
        Source source) {}
