package vn.nhipcho.local.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Public data kept beside the checkout; a test that needs it is skipped where it is absent, or fails there when the system
 * property {@code nhipcho.reference-data} is {@code required}.
 */
final class SharedData {
    private SharedData() {}

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("nhipcho.shared", "../../../shared"), "data", name)
                .toAbsolutePath()
                .normalize();
        boolean there = Files.isDirectory(folder);
        if (System.getProperty("nhipcho.reference-data", "").equals("required")) {
            assertThat(there)
                    .as("the public data set %s is required and is not at %s", name, folder)
                    .isTrue();
        }
        assumeTrue(
                there, () -> "skipped: the public data set " + name + " is not in ../shared/data beside the checkout");
        return folder;
    }
}
