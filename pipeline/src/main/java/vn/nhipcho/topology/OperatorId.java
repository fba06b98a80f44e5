package vn.nhipcho.topology;

/**
 * The uids under which operators keep their state in savepoints. They outlive classes and positions: never change one,
 * never use one again for something else.
 */
public final class OperatorId {
    public static final String COUNT_ORDERS = "count-orders";
    public static final String COUNT_ACCOUNTS = "count-accounts";
    public static final String COUNT_LISTINGS = "count-listings";
    public static final String DECODE_ORDERS = "decode-orders";
    public static final String DECODE_ACCOUNTS = "decode-accounts";
    public static final String DECODE_LISTINGS = "decode-listings";
    public static final String SELLER_CONTEXT = "seller-context";
    public static final String ORDER_LEDGER = "order-ledger";
    public static final String SALES = "sales";
    public static final String SUCCESSES = "successes";
    public static final String COUNT_SELLER_OUTCOMES = "count-seller-outcomes";
    public static final String COUNT_ORDER_OUTCOMES = "count-order-outcomes";
    public static final String DEAD_LETTERS = "dead-letters";
    public static final String COUNT_DEAD = "count-dead";
    public static final String INGEST_LEDGER = "ingest-ledger";
    public static final String SELLERS = "sellers";
    public static final String FEEDS = "feeds";

    private OperatorId() {}
}
