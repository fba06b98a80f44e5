package vn.nhipcho.local.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.nhipcho.importer.SourceException;
import vn.nhipcho.importer.SourceSpec;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.data.Deployment;

/** What an {@code up} does, after what was asked for and what the data directory was made for have been brought together. */
record Plan(Deployment deployment, List<SourceSpec> sources) {
    private static final String DEFAULT_SOURCE = "simulation";
    private static final long DEFAULT_SEED = 1;

    static Plan of(UpSettings asked, Instant now) {
        Optional<Deployment> found = asked.directory().deployment();
        List<SourceSpec> sources = sources(asked, found);
        String zone = asked.zone() == null ? null : asked.zone().getId();
        String currency = asked.currency() != null ? asked.currency() : impliedCurrency(asked, sources);
        found.ifPresent(deployment -> deployment.mustFit(asked.directory(), zone, currency, asked.seed()));
        Deployment base = found.orElseGet(() -> new Deployment(
                Deployment.FORMAT,
                zone != null ? zone : Deployment.DEFAULT_ZONE,
                currency != null ? currency : Deployment.DEFAULT_CURRENCY,
                now.toString(),
                asked.seed() != null ? asked.seed() : DEFAULT_SEED,
                false,
                List.of()));
        return new Plan(
                base.with(
                        sources.stream()
                                .filter(Plan::sendsAnything)
                                .map(SourceSpec::toString)
                                .toList(),
                        sources.stream().anyMatch(source -> source.kind().name().equals(DEFAULT_SOURCE))),
                sources);
    }

    ZoneId zone() {
        return ZoneId.of(deployment.zone());
    }

    private static List<SourceSpec> sources(UpSettings asked, Optional<Deployment> found) {
        List<String> texts = !asked.sources().isEmpty()
                ? asked.sources()
                : found.map(Deployment::sources).orElse(List.of(DEFAULT_SOURCE));
        try {
            return texts.stream()
                    .map(SourceSpec::parse)
                    .map(Plan::absolute)
                    .distinct()
                    .toList();
        } catch (SourceException e) {
            throw new WrongUse("--source: " + e.getMessage());
        }
    }

    /** The same source given from another folder is known again. */
    private static SourceSpec absolute(SourceSpec source) {
        Path path = source.path();
        return path == null
                ? source
                : new SourceSpec(source.kind(), path.toAbsolutePath().normalize());
    }

    /** Null when no source was named that has amounts. */
    private static String impliedCurrency(UpSettings asked, List<SourceSpec> sources) {
        return asked.sources().isEmpty()
                ? null
                : sources.stream()
                        .filter(Plan::sendsAnything)
                        .map(source -> source.kind().currency())
                        .findFirst()
                        .orElse(null);
    }

    private static boolean sendsAnything(SourceSpec source) {
        return !source.kind().name().equals("none");
    }
}
