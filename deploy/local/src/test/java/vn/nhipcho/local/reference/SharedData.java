package vn.nhipcho.local.reference;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Public data kept beside the checkout; a test that needs it is skipped where it is absent. */
final class SharedData {
    private SharedData() {}

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("nhipcho.shared", "../../../shared"), "data", name)
                .toAbsolutePath()
                .normalize();
        assumeTrue(
                Files.isDirectory(folder),
                () -> "skipped: the public data set " + name + " is not in ../shared/data beside the checkout");
        return folder;
    }
}
