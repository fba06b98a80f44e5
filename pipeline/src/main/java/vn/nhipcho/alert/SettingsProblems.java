package vn.nhipcho.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with a rule file, by line, so that a person mends it in one go. */
final class SettingsProblems {
    private record Problem(int line, String text) {}

    private final List<Problem> found = new ArrayList<>();

    void add(int line, String path, String problem) {
        found.add(new Problem(line, "line " + line + ", " + (path.isEmpty() ? "the file" : path) + ": " + problem));
    }

    boolean none() {
        return found.isEmpty();
    }

    void throwIfAny() {
        if (!none()) {
            throw new AlertSettingsException(found.stream()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .map(Problem::text)
                    .toList());
        }
    }
}
