package vn.nhipcho.dashboards.layout;

import java.util.List;

/** Panels side by side, going on in the next line when the line is full; with a title they can be folded away. */
public record Row(Text title, boolean isCollapsed, List<Panel> panels) {}
