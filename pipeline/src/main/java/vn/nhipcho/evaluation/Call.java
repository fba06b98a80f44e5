package vn.nhipcho.evaluation;

/**
 * One alert as it came onto the call list.
 *
 * @param openedAt milliseconds since when its condition holds
 * @param toldAt when it could be told: later than {@code openedAt} where only a later event showed it
 * @param endedAt when it was resolved or withdrawn; {@link Long#MAX_VALUE}: stands
 */
record Call(
        String rule, String sellerId, String district, long openedAt, long toldAt, long endedAt, boolean withdrawn) {
    Call ended(long at, boolean byWithdrawal) {
        return new Call(rule, sellerId, district, openedAt, toldAt, at, byWithdrawal);
    }
}
