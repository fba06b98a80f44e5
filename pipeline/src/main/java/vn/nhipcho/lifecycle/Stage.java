package vn.nhipcho.lifecycle;

/** The stages of a seller, in the order of the funnel (design, section 5); the last three lie over it. */
public enum Stage {
    REGISTERED,
    ACTIVATED,
    LISTED,
    FIRST_ORDER,
    FIRST_DELIVERED,
    /** Was an active shop by {@link ActiveSelling} at least once. */
    SELLING,
    /** Sold before, and nothing for {@link Stages#DORMANT_AFTER}. */
    DORMANT,
    SUSPENDED,
    CLOSED
}
