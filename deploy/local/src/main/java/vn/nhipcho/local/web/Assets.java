package vn.nhipcho.local.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of the page, from the class path: itself, its script and style, and the maps that dashboards name. */
final class Assets {
    /** Every dashboard is the same page; its script looks at the address. */
    private static final String PAGE = "/preview/index.html";

    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[a-z0-9]+)+");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "geojson", "application/geo+json");

    /** A file with its media type. */
    record Asset(String type, byte[] bytes) {}

    Optional<Asset> find(String path) throws IOException {
        if (path.equals("/") || path.matches("/d/[A-Za-z0-9_-]{1,40}(/[^/]*)?")) {
            return read(PAGE);
        }
        // Grafana serves its own folder public/ under this name; the dashboards name maps by it.
        if (path.startsWith("/public/maps/")) {
            return named("/grafana/maps/", path.substring("/public/maps/".length()));
        }
        return path.startsWith("/assets/") ? named("/preview/", path.substring("/assets/".length())) : Optional.empty();
    }

    private static Optional<Asset> named(String folder, String name) throws IOException {
        return SAFE_NAME.matcher(name).matches() ? read(folder + name) : Optional.empty();
    }

    private static Optional<Asset> read(String resource) throws IOException {
        String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        try (InputStream in = type == null ? null : Assets.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new Asset(type, in.readAllBytes()));
        }
    }
}
