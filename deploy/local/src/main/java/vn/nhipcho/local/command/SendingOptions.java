package vn.nhipcho.local.command;

import java.time.Duration;
import picocli.CommandLine.Option;
import vn.nhipcho.local.WrongUse;

/** How sources are sent. */
final class SendingOptions {
    @Option(
            names = "--disorder",
            paramLabel = "DURATION",
            defaultValue = "0",
            description = "Send the sources up to this far out of order, such as 72h or 30m (default: 0).")
    private String disorder;

    @Option(
            names = "--duplicates",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Send this share of the events twice, 0 to 1 (default: 0).")
    private double duplicates;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of everything random; the same seed sends the same (default: 1).")
    private Long seed;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Send at most this many events a second (default: as fast as it goes).")
    private Double rate;

    Duration disorder() {
        return Durations.parse("--disorder", disorder);
    }

    double duplicates() {
        if (!(duplicates >= 0 && duplicates <= 1)) {
            throw new WrongUse("--duplicates: '%s' is no share; write it like 0.2".formatted(duplicates));
        }
        return duplicates;
    }

    /** Null when not asked for. */
    Long seed() {
        return seed;
    }

    /** 0: as fast as it goes. */
    double rate() {
        if (rate != null && !(rate > 0)) {
            throw new WrongUse("--rate: %s is too little; give events a second, more than 0".formatted(rate));
        }
        return rate == null ? 0 : rate;
    }
}
