package vn.nhipcho.local.bench;

import java.util.Optional;
import java.util.stream.Stream;
import vn.nhipcho.local.data.DataDirectory;

/**
 * What {@code bench} was asked for.
 *
 * @param events how many are sent, exactly
 * @param only the one measurement that is wanted; empty: all, and the summary
 */
public record BenchSettings(DataDirectory directory, long events, long seed, Optional<Measured> only) {
    boolean wantsAnyOf(Measured... measured) {
        return Stream.of(measured).anyMatch(this::wants);
    }

    boolean wants(Measured measured) {
        return only.isEmpty() || only.get() == measured;
    }
}
