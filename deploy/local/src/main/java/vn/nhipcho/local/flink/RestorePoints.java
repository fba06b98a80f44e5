package vn.nhipcho.local.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.data.DataDirectory;

/**
 * The checkpoints and savepoints that earlier runs left in a data directory.
 *
 * @param whole oldest first
 * @param broken folders that had metadata and cannot be restored from
 */
record RestorePoints(List<RestorePoint> whole, List<Path> broken) {

    static RestorePoints in(DataDirectory directory) {
        List<RestorePoint> whole = new ArrayList<>();
        List<Path> broken = new ArrayList<>();
        for (Path folder : candidates(directory)) {
            RestorePoint.read(folder).ifPresentOrElse(whole::add, () -> broken.add(folder));
        }
        whole.sort(RestorePoint.OLDEST_FIRST);
        return new RestorePoints(whole, broken);
    }

    Optional<RestorePoint> newest() {
        return whole.isEmpty() ? Optional.empty() : Optional.of(whole.get(whole.size() - 1));
    }

    /** What a run may delete once its own first checkpoint is complete: all that other runs left. */
    static List<Path> leftByOtherRuns(DataDirectory directory, String jobId) {
        List<Path> folders = new ArrayList<>(children(directory.savepoints()));
        children(directory.checkpoints()).stream()
                .filter(job -> !job.getFileName().toString().equals(jobId))
                .forEach(folders::add);
        return folders;
    }

    static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted(Comparator.reverseOrder()).forEach(RestorePoints::deleteOne);
        } catch (NoSuchFileException gone) {
            // Nothing to delete.
        } catch (IOException e) {
            throw new Failure("Cannot delete " + folder, e);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folders with metadata: {@code checkpoints/<job>/chk-<n>} and {@code savepoints/savepoint-<job>-<n>}. */
    private static List<Path> candidates(DataDirectory directory) {
        return Stream.concat(
                        children(directory.savepoints()).stream(),
                        children(directory.checkpoints()).stream().flatMap(job -> children(job).stream()))
                .filter(folder -> Files.exists(folder.resolve(RestorePoint.METADATA)))
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
