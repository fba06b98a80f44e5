package vn.nhipcho.totals;

/** What a cell adds up to and the version of its row last sent. */
public record TotalState(long[] measures, long version) {}
