package vn.nhipcho.local.flink;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import vn.nhipcho.local.Failure;

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
        try {
            CheckpointMetadata contents = contents(folder);
            return StateFiles.areWhole(contents)
                    ? Optional.of(new RestorePoint(
                            folder, contents.getCheckpointId(), Files.getLastModifiedTime(folder.resolve(METADATA))))
                    : Optional.empty();
        } catch (IOException | RuntimeException broken) {
            // Flink answers damaged metadata with any of these; whatever it is, an older point is better.
            return Optional.empty();
        }
    }

    /** Bytes of keyed state by the uid of its operator, as they lie on disk; operators without any are not in it. */
    Map<String, Long> keyedState() {
        try {
            Map<String, Long> bytes = new TreeMap<>();
            for (OperatorState operator : contents(folder).getOperatorStates()) {
                long keyed = StateFiles.keyedBytes(operator);
                if (keyed > 0) {
                    bytes.put(
                            operator.getOperatorUid()
                                    .orElse(operator.getOperatorID().toString()),
                            keyed);
                }
            }
            return bytes;
        } catch (IOException e) {
            throw new Failure("Cannot read " + folder, e);
        }
    }

    private static CheckpointMetadata contents(Path folder) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(METADATA))))) {
            return Checkpoints.loadCheckpointMetadata(in, RestorePoint.class.getClassLoader(), FlinkPath.of(folder));
        }
    }
}
