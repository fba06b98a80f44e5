package vn.nhipcho.local.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhipcho.local.data.DataDirectory;

/**
 * What {@code bench} was asked for.
 *
 * @param events how many are sent, exactly
 * @param only the one measurement that is wanted; empty: all but growth, which takes hours, and the summary
 * @param growthOrders how many orders are in state when growth is measured
 */
public record BenchSettings(
        DataDirectory directory, long events, long seed, Optional<Measured> only, List<Long> growthOrders) {
    boolean wantsAnyOf(Measured... measured) {
        return Stream.of(measured).anyMatch(this::wants);
    }

    boolean wants(Measured measured) {
        return only.map(measured::equals).orElse(measured != Measured.GROWTH);
    }
}
