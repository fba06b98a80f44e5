package vn.nhipcho.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A source as it is given on the command line: {@code simulation}, {@code olist:DIR}.
 *
 * @param path null for a kind that takes none
 */
public record SourceSpec(SourceKind kind, Path path) {

    /** @throws SourceException in one clear line: unknown kind, no path, nothing at the path */
    public static SourceSpec parse(String text) {
        int colon = text.indexOf(':');
        var kind = Importers.kind(colon < 0 ? text : text.substring(0, colon));
        String argument = colon < 0 ? "" : text.substring(colon + 1);
        if (argument.isBlank() != kind.argument().isEmpty()) {
            throw new SourceException("source '" + text + "': write it as " + kind.usage());
        }
        if (argument.isBlank()) {
            return new SourceSpec(kind, null);
        }
        var path = Path.of(argument).toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw new SourceException("source '" + text + "': there is nothing at " + path);
        }
        if (kind.argument().equals("DIR") && !Files.isDirectory(path)) {
            throw new SourceException("source '" + text + "': " + path + " is not a folder");
        }
        return new SourceSpec(kind, path);
    }

    public Importer open(ImportContext context) throws IOException {
        return kind.opener().open(path, context);
    }

    @Override
    public String toString() {
        return path == null ? kind.name() : kind.name() + ":" + path;
    }
}
