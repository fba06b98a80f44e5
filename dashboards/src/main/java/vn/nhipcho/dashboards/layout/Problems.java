package vn.nhipcho.dashboards.layout;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that one run tells all of it. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    void add(String place, String problem) {
        found.add(place + ": " + problem);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new LayoutException(found);
        }
    }
}
