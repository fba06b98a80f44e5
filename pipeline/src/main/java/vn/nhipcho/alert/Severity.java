package vn.nhipcho.alert;

/** How much an alert matters: a notice waits for the digest, a warning counts against the cap, urgent passes both. */
public enum Severity {
    NOTICE,
    WARNING,
    URGENT
}
