package vn.nhipcho.dashboards.rendered;

/** A query of events: time, timeEnd, title, text, tags. */
public record RenderedAnnotation(String name, String rawSql) {}
