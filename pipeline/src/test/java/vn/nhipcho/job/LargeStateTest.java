package vn.nhipcho.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.apache.flink.util.ParameterTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.config.JobConfig;

/**
 * RocksDB writes down what it was opened with: there it shows whether the job's settings get as far, which some do only
 * when Flink shares out the memory.
 */
class LargeStateTest {
    @TempDir
    Path folder;

    @Test
    void indexesAndFiltersAreReadInPartsWhenStateIsManyTimesTheCache() throws Exception {
        String opened = optionsOfRocksDb();

        assertThat(opened)
                .contains("partition_filters=true", "index_type=kTwoLevelIndexSearch", "filter_policy=bloomfilter:");
        assertThat(opened).contains("compression_per_level=kLZ4Compression");
        // Blocks that no cache bounds would make the process outgrow its container.
        assertThat(opened).contains("cache_index_and_filter_blocks=true");
    }

    private String optionsOfRocksDb() throws Exception {
        var arguments = Map.of(
                "kafka", "localhost:9092", "registry", "http://localhost:8085", "clickhouse", "http://localhost:8123");
        Configuration settings = JobSettings.of(JobConfig.of(ParameterTool.fromMap(arguments), Map.of()));
        settings.set(RocksDBOptions.LOCAL_DIRECTORIES, folder.toString());
        try (var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new Remember()), (String word) -> word, Types.STRING)) {
            harness.setStateBackend(new EmbeddedRocksDBStateBackend()
                    .configure(settings, getClass().getClassLoader()));
            harness.open();
            harness.processElement("xoài", 0);
            return newestOptions();
        }
    }

    private String newestOptions() throws IOException {
        try (var files = Files.walk(folder)) {
            Path newest = files.filter(file -> file.getFileName().toString().startsWith("OPTIONS-"))
                    .max(Path::compareTo)
                    .orElseThrow();
            return Files.readString(newest);
        }
    }

    private static final class Remember extends KeyedProcessFunction<String, String, String> {
        private static final long serialVersionUID = 1L;
        private transient ValueState<String> word;

        @Override
        public void open(OpenContext context) {
            word = getRuntimeContext().getState(new ValueStateDescriptor<>("word", Types.STRING));
        }

        @Override
        public void processElement(String value, Context context, Collector<String> out) throws IOException {
            word.update(value);
        }
    }
}
