package vn.nhipcho.local.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables that Grafana's provisioning files take from the environment. */
final class Provisioning {
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{?([A-Z][A-Z_]+)\\b");

    private Provisioning() {}

    static Set<String> variables(String prefix) {
        return new TreeSet<>(
                in(Manifest.DEPLOY.resolve("../dashboards/grafana/provisioning").normalize(), prefix));
    }

    /** What the image's entry point makes of the environment: X also from the file that X__FILE names. */
    static Set<String> given(Set<String> environment) {
        return environment.stream()
                .map(name -> name.replaceFirst("__FILE$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> in(Path folder, String prefix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .flatMap(file -> VARIABLE.matcher(Manifest.text(file)).results())
                    .map(found -> found.group(1))
                    .filter(name -> name.startsWith(prefix))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
