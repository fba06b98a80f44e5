package vn.nhipcho.dashboards.layout;

/** Events drawn over the time of every graph. */
public record Annotation(String name, Text title, String color, String sql, boolean isShown) {}
