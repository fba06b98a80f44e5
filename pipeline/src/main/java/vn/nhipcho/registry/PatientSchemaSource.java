package vn.nhipcho.registry;

import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a registry that is away, as long as it takes: the source is held back meanwhile and no record is lost or
 * wrongly refused. Ends early only when its thread is interrupted.
 */
public final class PatientSchemaSource implements SchemaSource {
    private static final Logger LOG = LoggerFactory.getLogger(PatientSchemaSource.class);

    private final SchemaSource registry;
    private final Backoff backoff;
    private final RandomGenerator random;

    public PatientSchemaSource(SchemaSource registry, Backoff backoff, RandomGenerator random) {
        this.registry = registry;
        this.backoff = backoff;
        this.random = random;
    }

    @Override
    public SchemaLookup byId(int id) {
        for (int attempt = 0; ; attempt++) {
            try {
                return registry.byId(id);
            } catch (RegistryUnavailableException e) {
                var pause = backoff.pause(attempt, random);
                LOG.warn("Decoding waits: {}; next try in {} ms", e.getMessage(), pause.toMillis());
                sleep(pause.toMillis(), e);
            }
        }
    }

    private static void sleep(long millis, RegistryUnavailableException reason) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
