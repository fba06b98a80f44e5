package vn.nhipcho.registry;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a registry that is away again, as long as it takes. Ends early only when its thread is interrupted. */
class Patience {
    /** Asks once. */
    static final Patience NONE = new Patience(Backoff.DEFAULT, RandomGenerator.getDefault()) {
        @Override
        <T> T ask(String who, Supplier<T> question) {
            return question.get();
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    private final Backoff backoff;
    private final RandomGenerator random;

    Patience(Backoff backoff, RandomGenerator random) {
        this.backoff = backoff;
        this.random = random;
    }

    /** @param who what waits meanwhile, for the log */
    <T> T ask(String who, Supplier<T> question) {
        for (int attempt = 0; ; attempt++) {
            try {
                return question.get();
            } catch (RegistryUnavailableException e) {
                var pause = backoff.pause(attempt, random);
                LOG.warn("{} waits: {}; next try in {} ms", who, e.getMessage(), pause.toMillis());
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
