package vn.nhipcho.model;

/** Names of the jobs, as they stand in the ledger and in Kafka consumer groups. */
public final class Jobs {
    public static final String SALES = "sales";
    public static final String SELLERS = "sellers";

    private Jobs() {}
}
