package vn.nhipcho.local.flink;

import java.nio.file.Path;

/** Paths as Flink reads them: a blank stays a blank, where a URI of the JDK's would make another folder, {@code %20}. */
final class FlinkPath {
    private FlinkPath() {}

    static String of(Path path) {
        return "file://" + path.toAbsolutePath();
    }
}
