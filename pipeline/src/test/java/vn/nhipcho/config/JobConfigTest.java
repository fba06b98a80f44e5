package vn.nhipcho.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.util.ParameterTool;
import org.junit.jupiter.api.Test;
import vn.nhipcho.source.LostRecords;

class JobConfigTest {
    private static final Map<String, String> NEEDED = Map.of(
            "kafka", "broker:9092",
            "registry", "http://registry:8085",
            "clickhouse", "http://clickhouse:8123");

    @Test
    void whatIsNotSetHasItsDefault() {
        JobConfig config = JobConfig.of(ParameterTool.fromMap(NEEDED), Map.of());

        assertThat(config.zone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(config.currency()).isEqualTo("VND");
        assertThat(config.checkpointInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.clickhouse().maxBufferBytes()).isEqualTo(128L << 20);
        assertThat(config.lostRecords()).isEqualTo(LostRecords.FAIL);
    }

    @Test
    void passesOverLostRecordsOnlyWhereItIsTold() {
        var arguments = new HashMap<>(NEEDED);
        arguments.put("lost-records", "skip");
        assertThat(JobConfig.of(ParameterTool.fromMap(arguments), Map.of()).lostRecords())
                .isEqualTo(LostRecords.SKIP);

        arguments.put("lost-records", "ignore");
        assertThatThrownBy(() -> JobConfig.of(ParameterTool.fromMap(arguments), Map.of()))
                .hasMessageContaining("--lost-records: must be fail or skip, is ignore");
    }

    @Test
    void boundsTheBuffersOfASmallMachine() {
        var arguments = new HashMap<>(NEEDED);
        arguments.put("clickhouse-buffer", "32mb");
        assertThat(JobConfig.of(ParameterTool.fromMap(arguments), Map.of())
                        .clickhouse()
                        .maxBufferBytes())
                .isEqualTo(32L << 20);

        arguments.put("clickhouse-buffer", "32kb");
        assertThatThrownBy(() -> JobConfig.of(ParameterTool.fromMap(arguments), Map.of()))
                .hasMessageContaining("--clickhouse-buffer:")
                .hasMessageContaining("at least 1 MiB");
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        String[] arguments = {
            "--kafka",
            "broker:9092",
            "--zone",
            "Asia/Hau_Giang",
            "--currency",
            "DONG",
            "--checkpoint-interval",
            "PT-1S",
            "--zones",
            "x"
        };
        assertThatThrownBy(() -> JobConfig.of(ParameterTool.fromArgs(arguments), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--zone:")
                .hasMessageContaining("--zones: no such setting")
                .hasMessageContaining("--currency:")
                .hasMessageContaining("--registry:")
                .hasMessageContaining("--clickhouse:")
                .hasMessageContaining("--checkpoint-interval: must be longer than zero");
    }
}
