package vn.nhipcho.dashboards.lint;

/** Something in a rendered dashboard that Grafana, or a reader, would stumble over. */
public record Finding(String where, String what) {
    @Override
    public String toString() {
        return where + ": " + what;
    }
}
