package vn.nhipcho.simulation;

import vn.nhipcho.event.SellerType;

/**
 * A seller's account as it is opened.
 *
 * @param organisation cooperative or group the seller belongs to, or is; null: none
 * @param registeredAt milliseconds
 * @param oldForm registered with a code from before the reform, on whatever day
 * @param dice this account's own
 */
record Account(
        int number,
        String sellerId,
        String householdKey,
        SellerType type,
        Commune commune,
        Organisation organisation,
        long registeredAt,
        boolean oldForm,
        Dice dice) {

    boolean isOrganisation() {
        return type == SellerType.COOPERATIVE || type == SellerType.COOPERATIVE_GROUP;
    }
}
