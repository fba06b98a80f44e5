package vn.nhipcho.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.util.ParameterTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.alert.AlertSettings;

class SellersJobConfigTest {
    private static final Map<String, String> NEEDED = Map.of(
            "kafka", "broker:9092",
            "registry", "http://registry:8085",
            "clickhouse", "http://clickhouse:8123");

    @TempDir
    private Path folder;

    @Test
    void takesTheRulesOfTheReleaseAFilesOrATexts() throws IOException {
        String own = AlertSettings.standardYaml().replace("days: 60", "days: 61");
        Path file = Files.writeString(folder.resolve("rules.yaml"), own);

        assertThat(with(Map.of()).alertRules()).isEqualTo(AlertSettings.standardYaml());
        assertThat(with(Map.of("alert-rules", file.toString())).alertRules()).isEqualTo(own);
        assertThat(with(Map.of("alert-rules-yaml", own)).alertRules()).isEqualTo(own);
    }

    @Test
    void namesTheProblemsOfRulesAndSettingsAtOnce() {
        assertThatThrownBy(() -> with(Map.of("alert-rules-yaml", "seller_stalled: {}", "zones", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--zones: no such setting")
                .hasMessageContaining("seller_stalled.probability: is missing");
        assertThatThrownBy(
                        () -> with(Map.of("alert-rules", folder.resolve("none").toString())))
                .hasMessageContaining("--alert-rules: cannot read");
    }

    private static SellersJobConfig with(Map<String, String> more) {
        var arguments = new HashMap<>(NEEDED);
        arguments.putAll(more);
        return SellersJobConfig.of(ParameterTool.fromMap(arguments), Map.of());
    }
}
