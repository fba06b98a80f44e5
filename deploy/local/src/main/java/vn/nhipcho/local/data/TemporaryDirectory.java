package vn.nhipcho.local.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.nhipcho.local.Failure;

/** A data directory that is deleted when this process ends, also when it ends by Ctrl-C. */
public final class TemporaryDirectory {
    private static final int ATTEMPTS = 5;

    private TemporaryDirectory() {}

    public static DataDirectory create() {
        try {
            Path root = Files.createTempDirectory("nhip-cho");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root), "delete-temporary-directory"));
            return new DataDirectory(root);
        } catch (IOException e) {
            throw new Failure("No temporary directory could be made; give one with --data-dir", e);
        }
    }

    /** After Ctrl-C engines and Flink are still at work in it: the engines are ended, and Flink's last files outwaited. */
    private static void delete(Path root) {
        List<ProcessHandle> engines = ProcessHandle.current().children().toList();
        engines.forEach(ProcessHandle::destroyForcibly);
        engines.forEach(engine ->
                engine.onExit().completeOnTimeout(engine, 5, TimeUnit.SECONDS).join());
        for (int attempt = 1; attempt <= ATTEMPTS && Files.exists(root); attempt++) {
            try (Stream<Path> tree = Files.walk(root)) {
                for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | RuntimeException changedMeanwhile) {
                // The next attempt looks again.
            }
        }
        if (Files.exists(root)) {
            System.err.println("nhip-cho: not all of " + root + " could be deleted");
        }
    }
}
