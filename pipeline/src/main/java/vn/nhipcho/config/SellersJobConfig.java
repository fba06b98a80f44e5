package vn.nhipcho.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.util.ParameterTool;
import vn.nhipcho.alert.AlertSettings;

/**
 * Settings of the sellers job: those of the sales job, and the alert rules.
 *
 * @param shared what both jobs have in common
 * @param alertRules text of the alert rule file, checked
 */
public record SellersJobConfig(SalesJobConfig shared, String alertRules) {
    /** Path of a rule file of one's own; without it the one of the release holds. */
    public static final String ALERT_RULES = "alert-rules";

    public static SellersJobConfig of(ParameterTool arguments, Map<String, String> environment) {
        var problems = new Problems();
        var others = new HashMap<>(arguments.toMap());
        others.remove(ALERT_RULES);
        var shared = problems.checkAll(() -> SalesJobConfig.of(ParameterTool.fromMap(others), environment));
        var rules = problems.check(ALERT_RULES, () -> rules(arguments.get(ALERT_RULES), shared));
        problems.throwIfAny();
        return new SellersJobConfig(shared, rules);
    }

    private static String rules(String file, SalesJobConfig shared) {
        if (file == null) {
            return AlertSettings.standardYaml();
        }
        String yaml;
        try {
            yaml = Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        if (shared != null) {
            AlertSettings.parse(yaml, shared.zone());
        }
        return yaml;
    }
}
