package vn.nhipcho.local.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import vn.nhipcho.local.data.DataDirectory;

/** The option that most commands share. */
final class DataDirOption {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where everything embedded keeps its files (default: .data in the checkout).")
    private Path path;

    DataDirectory directory() {
        return new DataDirectory(path != null ? path : home().resolve(".data"));
    }

    private static Path home() {
        return Path.of(System.getProperty("nhipcho.home", ""));
    }
}
