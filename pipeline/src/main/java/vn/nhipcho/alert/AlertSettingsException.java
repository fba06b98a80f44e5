package vn.nhipcho.alert;

import java.util.List;

/** The rule file cannot be used; the message lists everything that is to be mended, not only the first problem. */
public final class AlertSettingsException extends IllegalArgumentException {
    private final transient List<String> problems;

    AlertSettingsException(List<String> problems) {
        super("Alert rules to mend:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the file. */
    public List<String> problems() {
        return problems;
    }
}
