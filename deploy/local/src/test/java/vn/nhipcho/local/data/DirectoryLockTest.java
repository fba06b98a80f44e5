package vn.nhipcho.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
    @TempDir
    Path folder;

    @Test
    void isHeldByOneAndTellsByWhom() {
        var directory = new DataDirectory(folder);

        try (var lock = DirectoryLock.tryAcquire(directory, "up").orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(DirectoryLock.tryAcquire(directory, "query")).isEmpty();
            assertThat(DirectoryLock.holder(directory))
                    .isEqualTo("nhip-cho up, process " + ProcessHandle.current().pid());
        }
        assertThat(DirectoryLock.tryAcquire(directory, "query")).hasValueSatisfying(DirectoryLock::close);
    }
}
