package vn.nhipcho.job;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.rocksdb.CompressionType;
import vn.nhipcho.config.JobConfig;

/** Flink's settings that every job of the product has. */
public final class JobSettings {
    private JobSettings() {}

    /** What a job needs of Flink for its figures to be right; where state and checkpoints go is the cluster's to say. */
    public static Configuration of(JobConfig config) {
        var settings = new Configuration();
        // A type that fell back to Kryo could not be read by the next release.
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(PipelineOptions.MAX_PARALLELISM, 720);
        settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        keepLargeStateQuick(settings);
        settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        settings.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, config.checkpointInterval());
        // A checkpoint takes its time too: the job must get on between two of them while it catches up. A pause of the
        // whole interval would make each row that much older.
        settings.set(
                CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS,
                config.checkpointInterval().dividedBy(2));
        settings.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        // While ClickHouse is away the committers wait and no barrier passes: that is no failure of the job.
        settings.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, Duration.ofHours(1));
        settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        return settings;
    }

    /** What RocksDB needs for state many times its memory; measured in {@code docs/decisions/0018-large-state.md}. */
    private static void keepLargeStateQuick(Configuration settings) {
        // Every checkpoint leaves small files, and most cells are asked for before they exist.
        settings.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
        // Otherwise a file's index and filter fall out of the cache as one piece, and are read as one for each order
        // asked for.
        settings.set(RocksDBOptions.USE_PARTITIONED_INDEX_FILTERS, true);
        settings.set(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL, List.of(CompressionType.LZ4_COMPRESSION));
    }
}
