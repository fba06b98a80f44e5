package vn.nhipcho.dashboards.layout;

import java.util.OptionalInt;

/** What a figure is measured in: Grafana's unit and the decimals people read it with. */
public record Unit(String name, Text grafana, OptionalInt decimals) {}
