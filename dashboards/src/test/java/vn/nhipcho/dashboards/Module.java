package vn.nhipcho.dashboards;

import java.nio.file.Path;

/** Where this module's sources are while its tests run. */
public final class Module {
    public static final Path DIRECTORY = Path.of(System.getProperty("nhipcho.dashboards"));

    private Module() {}
}
