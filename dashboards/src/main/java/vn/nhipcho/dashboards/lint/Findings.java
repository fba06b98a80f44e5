package vn.nhipcho.dashboards.lint;

import java.util.ArrayList;
import java.util.List;

/** Collects findings about one dashboard. */
final class Findings {
    private final String dashboard;
    private final List<Finding> all = new ArrayList<>();

    Findings(String dashboard) {
        this.dashboard = dashboard;
    }

    void unless(boolean isRight, String where, String what) {
        if (!isRight) {
            all.add(new Finding(where.isEmpty() ? dashboard : dashboard + ", " + where, what));
        }
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
