package vn.nhipcho.local.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.util.FileUtils;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.data.JobFolder;

/**
 * The checkpoints and savepoints that earlier runs of a job left in its folder.
 *
 * @param whole oldest first
 * @param broken folders that had metadata and cannot be restored from
 */
record RestorePoints(List<RestorePoint> whole, List<Path> broken) {

    static RestorePoints in(JobFolder folder) {
        List<RestorePoint> whole = new ArrayList<>();
        List<Path> broken = new ArrayList<>();
        for (Path point : candidates(folder)) {
            RestorePoint.read(point).ifPresentOrElse(whole::add, () -> broken.add(point));
        }
        whole.sort(RestorePoint.OLDEST_FIRST);
        return new RestorePoints(whole, broken);
    }

    Optional<RestorePoint> newest() {
        return whole.isEmpty() ? Optional.empty() : Optional.of(whole.get(whole.size() - 1));
    }

    /** What a run may delete once its own first checkpoint is complete: all that other runs left. */
    static List<Path> leftByOtherRuns(JobFolder folder, String jobId) {
        List<Path> folders = new ArrayList<>(children(folder.savepoints()));
        children(folder.checkpoints()).stream()
                .filter(job -> !job.getFileName().toString().equals(jobId))
                .forEach(folders::add);
        return folders;
    }

    /** Flink may still be deleting files of a job that has just ended; a folder that is not there is no error. */
    static void delete(Path folder) {
        try {
            FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new Failure("Cannot delete " + folder, e);
        }
    }

    /** Folders with metadata: {@code checkpoints/<run>/chk-<n>} and {@code savepoints/savepoint-<run>-<n>}. */
    private static List<Path> candidates(JobFolder job) {
        return Stream.concat(
                        children(job.savepoints()).stream(),
                        children(job.checkpoints()).stream().flatMap(run -> children(run).stream()))
                .filter(point -> Files.exists(point.resolve(RestorePoint.METADATA)))
                .toList();
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new Failure("Cannot read " + folder, e);
        }
    }
}
