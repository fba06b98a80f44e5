package vn.nhipcho.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects everything that is wrong with the settings, so that a person mends them in one go. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    /** The value, or null with the problem noted when it cannot be had. */
    <T> T check(String setting, Supplier<T> value) {
        try {
            return value.get();
        } catch (RuntimeException e) {
            found.add("--" + setting + ": " + e.getMessage());
            return null;
        }
    }

    void require(boolean holds, String problem) {
        if (!holds) {
            found.add(problem);
        }
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new IllegalArgumentException("Settings to mend:\n  " + String.join("\n  ", found));
        }
    }
}
