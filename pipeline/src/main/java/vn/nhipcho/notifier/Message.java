package vn.nhipcho.notifier;

import java.time.LocalDate;

/**
 * What is posted: composed once and kept as it is, so that a repeat under the same id says the same.
 *
 * @param id the idempotency key: the transition's id, or one made of area and day
 * @param day in the business zone, on which it was composed
 * @param alertId empty for a digest
 * @param body JSON
 */
public record Message(String id, Kind kind, Area area, LocalDate day, String alertId, String body) {
    public enum Kind {
        /** One alert, at once. */
        URGENT,
        /** One an area and day. */
        DIGEST
    }
}
