package vn.nhipcho.dashboards.rendered;

/** A query of a panel. Format 0 is a time series, 1 a table. */
public record RenderedTarget(String refId, String rawSql, int format) {}
