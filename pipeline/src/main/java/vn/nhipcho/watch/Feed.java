package vn.nhipcho.watch;

/**
 * How a platform's feed stands, by processing time in milliseconds.
 *
 * @param heardAt when the last record of it was processed
 * @param silentSince when the alert that is open opened; null: none is
 */
public record Feed(long heardAt, Long silentSince) {}
