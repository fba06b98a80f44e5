package vn.nhipcho.dashboards.layout;

import java.util.List;

/** Everything that is wrong with the layouts, each line with its file and key. */
public final class LayoutException extends RuntimeException {
    private final transient List<String> problems;

    LayoutException(List<String> problems) {
        super(problems.size() + " problems in the layouts:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
