package vn.nhipcho.watch;

/** A day of the business zone (days since 1970) and a commodity. */
public record DayKey(long day, String commodity) {}
