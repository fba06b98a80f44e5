package vn.nhipcho.model;

/**
 * One event of a seller's account, decoded and within range. Null components mean "unchanged".
 *
 * @param sellerType HOUSEHOLD, HOUSEHOLD_BUSINESS, COOPERATIVE, COOPERATIVE_GROUP, FIRM or OTHER
 * @param place where the seller is, already looked up; null when the event tells no place
 * @param cooperativeId empty: in none
 */
public record AccountChange(
        String sellerId,
        String eventId,
        String kind,
        long occurredAt,
        long payloadHash,
        String sellerType,
        Place place,
        String cooperativeId,
        String platform,
        String shopId,
        String householdKey,
        Source source) {}
