package vn.nhipcho.watch;

/**
 * How far a platform has come: the newest occurred_at seen of its orders (design, section 3, "No feed, no stall").
 *
 * @param platform empty: the register of accounts
 * @param millis milliseconds
 */
public record PlatformClock(String platform, long millis) {
    /** The clock of sellers that sell nowhere yet. */
    public static final String REGISTER = "";

    /** No platform: who sends it is behind its topics, so there is more to come of the time before its clocks. */
    static final PlatformClock BEHIND = new PlatformClock("*behind*", Long.MIN_VALUE);

    boolean isBehind() {
        return platform.equals(BEHIND.platform);
    }
}
