package vn.nhipcho.local.data;

import java.nio.file.Path;

/** Where a job's checkpoints and savepoints are kept. */
public record JobFolder(Path root) {
    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    public Path savepoints() {
        return root.resolve("savepoints");
    }
}
