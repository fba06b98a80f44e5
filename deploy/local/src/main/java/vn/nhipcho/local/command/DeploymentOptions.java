package vn.nhipcho.local.command;

import java.time.ZoneId;
import java.util.Currency;
import picocli.CommandLine.Option;
import vn.nhipcho.local.WrongUse;

/** What a deployment is set up for, once. */
final class DeploymentOptions {
    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Business zone, in which days and months begin; also the zone of naive times in a source "
                    + "(default: that of the data directory, of a new one Asia/Ho_Chi_Minh).")
    private String zone;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description =
                    "The one currency of all amounts (default: that of the first source; simulation and jsonl VND, "
                            + "olist BRL, agmarknet INR).")
    private String currency;

    /** Null when not asked for. */
    ZoneId zone() {
        // Offsets such as +07:00 are refused: ClickHouse knows zones by name only.
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new WrongUse("--zone: '%s' is no time zone; write it like Asia/Ho_Chi_Minh".formatted(zone));
        }
        return zone == null ? null : ZoneId.of(zone);
    }

    /** Null when not asked for. */
    String currency() {
        try {
            return currency == null ? null : Currency.getInstance(currency).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new WrongUse("--currency: '%s' is no currency; write it like VND".formatted(currency));
        }
    }
}
