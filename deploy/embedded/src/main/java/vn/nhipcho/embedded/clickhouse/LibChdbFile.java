package vn.nhipcho.embedded.clickhouse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the engine's library lies: at {@code NHIP_CHO_LIBCHDB} (system property or environment), or where the build
 * puts it, {@code deploy/embedded/node_modules}, looked for from this class upwards.
 */
public final class LibChdbFile {
    static final String SETTING = "NHIP_CHO_LIBCHDB";

    private LibChdbFile() {}

    public static Optional<Path> find() {
        return configured().or(() -> ancestors()
                .flatMap(LibChdbFile::candidates)
                .filter(Files::exists)
                .findFirst());
    }

    static Path require() throws IOException {
        return find().filter(Files::exists)
                .orElseThrow(() -> new IOException(
                        "libchdb is not there (%s): run the build, which fetches it, or set %s to its path"
                                .formatted(
                                        find().map(Path::toString).orElse("deploy/embedded/node_modules"), SETTING)));
    }

    static Optional<Path> configured() {
        return Stream.of(System.getProperty(SETTING), System.getenv(SETTING))
                .filter(value -> value != null && !value.isEmpty())
                .map(Path::of)
                .findFirst();
    }

    /** The npm package of this machine's kind. */
    static String npmPackage() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        String cpu = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        return mac ? "@chdb/lib-darwin-" + cpu : "@chdb/lib-linux-" + cpu + "-gnu";
    }

    private static Stream<Path> ancestors() {
        return Stream.iterate(codeLocation(), dir -> dir != null, Path::getParent);
    }

    private static Stream<Path> candidates(Path dir) {
        String library = "node_modules/" + npmPackage() + "/libchdb.so";
        return Stream.of(dir.resolve(library), dir.resolve("deploy/embedded").resolve(library));
    }

    static Path codeLocation() {
        try {
            return Path.of(LibChdbFile.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
