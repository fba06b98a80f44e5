package vn.nhipcho.local.flink;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;

/**
 * A completed checkpoint or savepoint on disk.
 *
 * @param folder that holds {@code _metadata}
 * @param checkpointId counts on over restarts, so the highest is the newest however clocks were set
 * @param completedAt when its metadata was written; decides between two runs that counted on from the same point
 */
record RestorePoint(Path folder, long checkpointId, FileTime completedAt) {
    static final String METADATA = "_metadata";
    static final Comparator<RestorePoint> OLDEST_FIRST =
            Comparator.comparingLong(RestorePoint::checkpointId).thenComparing(RestorePoint::completedAt);

    /** Empty when it is not whole: without readable metadata, or with a state file that is missing or cut short. */
    static Optional<RestorePoint> read(Path folder) {
        Path metadata = folder.resolve(METADATA);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(metadata)))) {
            CheckpointMetadata contents =
                    Checkpoints.loadCheckpointMetadata(in, RestorePoint.class.getClassLoader(), FlinkPath.of(folder));
            return StateFiles.areWhole(contents)
                    ? Optional.of(
                            new RestorePoint(folder, contents.getCheckpointId(), Files.getLastModifiedTime(metadata)))
                    : Optional.empty();
        } catch (IOException | RuntimeException broken) {
            // Flink answers damaged metadata with any of these; whatever it is, an older point is better.
            return Optional.empty();
        }
    }
}
