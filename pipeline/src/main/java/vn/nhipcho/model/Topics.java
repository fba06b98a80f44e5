package vn.nhipcho.model;

/** Names of the Kafka topics; the subject of a topic's schema is {@code <topic>-value}. */
public final class Topics {
    public static final String ORDERS = "market.orders.v1";
    public static final String ACCOUNTS = "market.accounts.v1";
    public static final String LISTINGS = "market.listings.v1";
    public static final String ALERTS = "market.alerts.v1";
    public static final String DEAD_LETTERS = "market.dead-letters.v1";

    private Topics() {}
}
