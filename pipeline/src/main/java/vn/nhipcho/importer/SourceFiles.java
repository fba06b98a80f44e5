package vn.nhipcho.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/** The files of a source: found in a fixed order, and known again by name, size and time of change. */
final class SourceFiles {
    private SourceFiles() {}

    /** The regular files of a folder that match by name, sorted by name. */
    static List<Path> in(Path folder, Predicate<String> byName) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> byName.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    static String identity(String format, ZoneId zone, List<Path> files) throws IOException {
        var identity = new StringBuilder(format).append(' ').append(zone);
        for (Path file : files) {
            identity.append(' ')
                    .append(file.toAbsolutePath().normalize())
                    .append(':')
                    .append(Files.size(file))
                    .append('@')
                    .append(Files.getLastModifiedTime(file).toMillis());
        }
        return identity.toString();
    }

    static long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
