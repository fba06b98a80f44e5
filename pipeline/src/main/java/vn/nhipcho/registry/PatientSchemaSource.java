package vn.nhipcho.registry;

import java.util.random.RandomGenerator;

/**
 * Waits for a registry that is away, as long as it takes: the source is held back meanwhile and no record is lost or
 * wrongly refused. Ends early only when its thread is interrupted.
 */
public final class PatientSchemaSource implements SchemaSource {
    private final SchemaSource registry;
    private final Patience patience;

    public PatientSchemaSource(SchemaSource registry, Backoff backoff, RandomGenerator random) {
        this.registry = registry;
        this.patience = new Patience(backoff, random);
    }

    @Override
    public SchemaLookup byId(int id) {
        return patience.ask("Decoding", () -> registry.byId(id));
    }
}
