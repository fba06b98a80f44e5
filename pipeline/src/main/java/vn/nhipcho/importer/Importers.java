package vn.nhipcho.importer;

import java.util.List;
import java.util.stream.Collectors;

/** The kinds of source, one line each. */
public final class Importers {
    public static final List<SourceKind> ALL = List.of(
            new SourceKind("simulation", "", "VND", (path, context) -> SimulationImporter.open(context)),
            new SourceKind("jsonl", "PATH", "VND", JsonlImporter::open),
            new SourceKind("olist", "DIR", "BRL", OlistImporter::open),
            new SourceKind("agmarknet", "DIR", "INR", AgmarknetImporter::open),
            new SourceKind("none", "", "VND", (path, context) -> new NoImporter()));

    private Importers() {}

    static SourceKind kind(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SourceException("unknown source '" + name + "'; known: "
                        + ALL.stream().map(SourceKind::usage).collect(Collectors.joining(", "))));
    }
}
