package vn.nhipcho.notifier;

/** What came of posting a message. */
sealed interface Delivery {
    int attempts();

    record Taken(int attempts) implements Delivery {}

    /** The receiver will not have it, however often it is sent. */
    record Refused(int attempts, String detail) implements Delivery {}

    /** It may be taken later, and may have been taken already. */
    record NotNow(int attempts, String detail) implements Delivery {}
}
