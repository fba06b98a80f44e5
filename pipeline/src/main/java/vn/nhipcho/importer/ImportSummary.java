package vn.nhipcho.importer;

import java.time.Duration;

/**
 * What an import came to, counted from the source's beginning.
 *
 * @param skipped events and refused lines that an earlier run had sent
 * @param finishedBefore the whole import was done by an earlier run; the counts are 0
 */
public record ImportSummary(
        long orders, long accounts, long listings, long rejected, long skipped, boolean finishedBefore, Duration took) {

    public long events() {
        return orders + accounts + listings;
    }
}
