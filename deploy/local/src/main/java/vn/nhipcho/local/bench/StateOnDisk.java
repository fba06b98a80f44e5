package vn.nhipcho.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** What RocksDB has on disk while a job runs; what is still in its memory is not counted. */
final class StateOnDisk {
    private StateOnDisk() {}

    static long bytes(Path folder) {
        var sum = new Sum();
        try {
            Files.walkFileTree(folder, sum);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum.bytes;
    }

    private static final class Sum extends SimpleFileVisitor<Path> {
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".sst")) {
                bytes += attributes.size();
            }
            return FileVisitResult.CONTINUE;
        }

        /** RocksDB deletes files as it goes. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }
}
