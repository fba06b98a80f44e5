package vn.nhipcho.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import picocli.CommandLine.Option;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.alert.AlertSettingsException;
import vn.nhipcho.local.WrongUse;

/** The rule file that says how many alerts reach people, and when. */
final class AlertRulesOption {
    @Option(
            names = "--alert-rules",
            paramLabel = "FILE",
            description =
                    "An alert rule file of your own (default: the release's, alerts/rules.yaml, which is the manual as "
                            + "well). Checked whole before anything else.")
    private Path path;

    /** @throws WrongUse when the file cannot be read or has a problem */
    AlertSettings settings(ZoneId zone) {
        try {
            return AlertSettings.parse(text(), zone);
        } catch (AlertSettingsException e) {
            throw new WrongUse("--alert-rules %s: %s".formatted(path, String.join("; ", e.problems())));
        }
    }

    String text() {
        try {
            return path == null ? AlertSettings.standardYaml() : Files.readString(path);
        } catch (IOException e) {
            throw new WrongUse("--alert-rules: %s cannot be read".formatted(path));
        }
    }
}
