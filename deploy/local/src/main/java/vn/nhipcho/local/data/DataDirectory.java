package vn.nhipcho.local.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.WrongUse;

/** The folder in which everything embedded keeps its files; this class knows their names and nothing of their contents. */
public record DataDirectory(Path root) {
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
        if (Files.isRegularFile(root)) {
            throw new WrongUse("--data-dir: " + root + " is a file; give a folder");
        }
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path registry() {
        return root.resolve("registry");
    }

    public Path clickhouse() {
        return root.resolve("clickhouse");
    }

    public JobFolder job(String name) {
        return new JobFolder(root.resolve("flink").resolve(name));
    }

    /** Working files of a running Flink; worth nothing after it ended. */
    public Path flinkScratch() {
        return root.resolve("flink/tmp");
    }

    /** The deployment's own reference files; one that is there takes the place of the release's. */
    public Path reference() {
        return root.resolve("reference");
    }

    public Path imports() {
        return root.resolve("imports");
    }

    public Path grafana() {
        return root.resolve("grafana");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Whether any command has kept something here. */
    public boolean isUsed() {
        return Files.exists(deploymentFile()) || Files.isDirectory(clickhouse());
    }

    /** What the directory was created for; empty when it is new. */
    public Optional<Deployment> deployment() {
        return JsonFile.read(deploymentFile(), Deployment.class);
    }

    public void save(Deployment deployment) {
        JsonFile.write(deploymentFile(), deployment);
    }

    /** The stack that runs on this directory, or that ran and was killed: see {@link DirectoryLock} for which. */
    public Optional<RunningStack> runningStack() {
        return JsonFile.read(runningFile(), RunningStack.class);
    }

    public void save(RunningStack running) {
        JsonFile.write(runningFile(), running);
    }

    public void forgetRunningStack() {
        try {
            Files.deleteIfExists(runningFile());
        } catch (IOException e) {
            throw new Failure("Cannot delete " + runningFile(), e);
        }
    }

    Path lockFile() {
        return root.resolve("lock");
    }

    private Path deploymentFile() {
        return root.resolve("deployment.json");
    }

    private Path runningFile() {
        return root.resolve("running.json");
    }
}
