package vn.nhipcho.importer;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A kind of source that {@code --source} accepts.
 *
 * @param argument what follows the colon, as the help shows it; empty: the kind takes none
 * @param currency of its amounts, ISO 4217
 */
public record SourceKind(String name, String argument, String currency, Opener opener) {

    /** Opens a source and checks that all it needs is there, before any engine starts. */
    public interface Opener {
        /** @param path null for a kind without argument */
        Importer open(Path path, ImportContext context) throws IOException;
    }

    /** As one would write it: {@code olist:DIR}. */
    public String usage() {
        return argument.isEmpty() ? name : name + ":" + argument;
    }
}
