package vn.nhipcho.marketplace;

/**
 * A marketplace that orders come from.
 *
 * @param code as in every event, lower case
 * @param predecessor name it had before, as older documents call it; empty: none
 * @param confirmLimit how long an order may wait for its seller
 */
public record Marketplace(
        String code, String name, String predecessor, boolean inProgramme, ConfirmLimit confirmLimit) {

    /**
     * How long the marketplace lets an order wait for its seller before it cancels or counts a fault.
     *
     * @param amount of the unit; 0 where the unit is NOT_PUBLISHED or PER_ORDER
     * @param source the page that says so
     */
    public record ConfirmLimit(int amount, Unit unit, String source) {
        public static final ConfirmLimit NOT_PUBLISHED = new ConfirmLimit(0, Unit.NOT_PUBLISHED, "");

        /** What a limit is counted in; PER_ORDER: each event tells it in {@code confirm_by}. */
        public enum Unit {
            HOURS,
            WORKING_DAYS,
            PER_ORDER,
            NOT_PUBLISHED
        }
    }
}
