package vn.nhipcho.embedded.clickhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The build step that fetches libchdb by npm into {@code deploy/embedded/node_modules}, when it is not there yet.
 *
 * <p>The lock file pins the checksum for x86-64 Linux; on other machines the same version of their package is taken.
 */
public final class InstallLibChdb {
    private static final String LOCKED = "@chdb/lib-linux-x64-gnu";

    private InstallLibChdb() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path module = Path.of(arguments[0]);
        if (LibChdbFile.configured().isPresent()) {
            return;
        }
        ObjectMapper json = new ObjectMapper();
        String version = json.readTree(module.resolve("package.json").toFile())
                .path("dependencies")
                .path(LOCKED)
                .asText();
        if (!isInstalled(json, module, version)) {
            System.out.println("Fetching the ClickHouse engine, " + LibChdbFile.npmPackage() + " " + version
                    + " (about 180 MB to download, 550 MB on disk), once");
            npm(module, version);
        }
    }

    /** npm writes its own list of what is there last of all, so a download that was cut off does not count. */
    private static boolean isInstalled(ObjectMapper json, Path module, String version) throws IOException {
        Path list = module.resolve("node_modules/.package-lock.json");
        if (!Files.exists(list)) {
            return false;
        }
        JsonNode installed =
                json.readTree(list.toFile()).path("packages").path("node_modules/" + LibChdbFile.npmPackage());
        return installed.path("version").asText().equals(version);
    }

    private static void npm(Path module, String version) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("npm"));
        command.addAll(
                LibChdbFile.npmPackage().equals(LOCKED)
                        ? List.of("ci")
                        : List.of(
                                "install",
                                "--no-save",
                                "--no-package-lock",
                                "--force",
                                LibChdbFile.npmPackage() + "@" + version));
        command.addAll(List.of("--ignore-scripts", "--no-audit", "--no-fund"));
        int exit = start(module, command).waitFor();
        if (exit != 0) {
            throw new IllegalStateException("npm could not fetch the ClickHouse engine (exit code " + exit
                    + ", see above). Behind a mirror, configure npm's registry; with a copy of libchdb.so at hand, set "
                    + LibChdbFile.SETTING + " to its path");
        }
    }

    private static Process start(Path module, List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .directory(module.toFile())
                    .inheritIO()
                    .start();
        } catch (IOException absent) {
            throw new IllegalStateException(
                    "npm is not on the PATH. The embedded ClickHouse engine is fetched by npm: install Node.js 18 or"
                            + " newer (it brings npm), or set " + LibChdbFile.SETTING + " to the path of libchdb.so",
                    absent);
        }
    }
}
