package vn.nhipcho.local.flink;

/** The innermost cause of a failure in one line; Flink wraps it in many. */
final class RootCause {
    private RootCause() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.toString().lines().findFirst().orElse(cause.getClass().getName());
    }
}
