package vn.nhipcho.local.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.simulation.SimulationConfig;

/**
 * What a data directory was created for; there before the first event.
 *
 * @param format version of the directory's layout
 * @param zone business zone, in which every stored hour begins
 * @param currency the one currency of its amounts, ISO 4217
 * @param createdAt ISO 8601
 * @param seed of everything random that was sent into it
 * @param simulated whether simulated events were ever sent into it
 * @param sources all that were ever sent into it; an {@code up} that names none goes on with these
 */
public record Deployment(
        int format,
        String zone,
        String currency,
        String createdAt,
        long seed,
        boolean simulated,
        List<String> sources) {
    public static final int FORMAT = 4;
    public static final String DEFAULT_ZONE = "Asia/Ho_Chi_Minh";
    public static final String DEFAULT_CURRENCY = "VND";

    public Deployment {
        sources = List.copyOf(sources);
    }

    /** Refuses what would mix two kinds of figures in one set of tables; null: not asked for. */
    public void mustFit(DataDirectory directory, String askedZone, String askedCurrency, Long askedSeed) {
        if (format > FORMAT) {
            throw new WrongUse("%s was written by a newer release (format %d, this one knows %d)"
                    .formatted(directory.root(), format, FORMAT));
        }
        if (format < FORMAT) {
            throw new WrongUse("%s has the layout of an earlier release (format %d, this one has %d), see UPGRADING.md;"
                            .formatted(directory.root(), format, FORMAT)
                    + " take another --data-dir");
        }
        List<String> differences = new ArrayList<>();
        compare("zone", zone, askedZone, differences);
        compare("currency", currency, askedCurrency, differences);
        if (simulated) {
            compare(
                    "the season of seed",
                    Long.toString(seed),
                    askedSeed == null ? null : askedSeed.toString(),
                    differences);
        }
        if (!differences.isEmpty()) {
            throw new WrongUse("%s was made for %s; take another --data-dir"
                    .formatted(directory.root(), String.join(" and ", differences)));
        }
    }

    private static void compare(String what, String is, String asked, List<String> differences) {
        if (asked != null && !asked.equals(is)) {
            differences.add("%s %s, not %s".formatted(what, is, asked));
        }
    }

    /** The season that a simulated deployment streams. */
    public SimulationConfig simulatedSeason() {
        return SimulationConfig.upTo(Instant.parse(createdAt)).withSeed(seed);
    }

    public Deployment with(List<String> moreSources, boolean areSimulated) {
        Set<String> all = new LinkedHashSet<>(sources);
        all.addAll(moreSources);
        return new Deployment(format, zone, currency, createdAt, seed, simulated || areSimulated, List.copyOf(all));
    }
}
