package vn.nhipcho.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.flink.util.ParameterTool;
import vn.nhipcho.alert.AlertSettings;

/**
 * Settings of the sellers job.
 *
 * @param shared those that every job has
 * @param alertRules text of the alert rule file, checked
 */
public record SellersJobConfig(JobConfig shared, String alertRules) {
    /** Path of a rule file where the job's {@code main} runs; without it the one of the release holds. */
    static final String ALERT_RULES = "alert-rules";
    /** The rule file's text itself, for who submits the job from another machine. */
    public static final String ALERT_RULES_YAML = "alert-rules-yaml";

    public static SellersJobConfig of(ParameterTool arguments, Map<String, String> environment) {
        var problems = new Problems();
        var shared = JobConfig.read(arguments, environment, Set.of(ALERT_RULES, ALERT_RULES_YAML), problems);
        var rules = problems.check(ALERT_RULES, () -> rules(arguments));
        if (rules != null && shared.zone() != null) {
            problems.check(ALERT_RULES, () -> AlertSettings.parse(rules, shared.zone()));
        }
        problems.throwIfAny();
        return new SellersJobConfig(shared, rules);
    }

    private static String rules(ParameterTool arguments) {
        if (arguments.has(ALERT_RULES_YAML)) {
            return arguments.get(ALERT_RULES_YAML);
        }
        if (!arguments.has(ALERT_RULES)) {
            return AlertSettings.standardYaml();
        }
        String file = arguments.get(ALERT_RULES);
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
