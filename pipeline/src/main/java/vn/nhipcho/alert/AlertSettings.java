package vn.nhipcho.alert;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rule file, whole and checked; {@code alerts/rules.yaml} is its manual and says what each value means. It holds no
 * rule, only what rules are set by.
 */
public record AlertSettings(
        OrderUnconfirmed orderUnconfirmed,
        SellerStalled sellerStalled,
        List<SellerQuiet> sellerQuiet,
        OnboardingStalled onboardingStalled,
        FeedSilent feedSilent,
        WorkingCalendar workingCalendar,
        Seasons seasons,
        Sending sending)
        implements Serializable {
    private static final String STANDARD = "/alerts/rules.yaml";

    public AlertSettings {
        sellerQuiet = List.copyOf(sellerQuiet);
    }

    /** @param limits by marketplace; where one is missing only {@code confirm_by} of the event counts */
    public record OrderUnconfirmed(
            boolean enabled,
            String owner,
            Severity severity,
            double warnAtShareOfLimit,
            Duration escalateBefore,
            Map<String, Limit> limits)
            implements Serializable {
        public OrderUnconfirmed {
            limits = Map.copyOf(limits);
        }

        /** PER_ORDER for a marketplace without a limit. */
        public Limit limitOf(String platform) {
            return limits.getOrDefault(platform, Limit.PER_ORDER);
        }
    }

    /** How long a marketplace lets an order wait for its seller before it cancels or counts a fault. */
    public record Limit(int amount, Unit unit) implements Serializable {
        public static final Limit PER_ORDER = new Limit(0, Unit.PER_ORDER);

        /** What a limit is counted in; PER_ORDER: only each event tells it, in {@code confirm_by}. */
        public enum Unit {
            HOURS,
            WORKING_HOURS,
            WORKING_DAYS,
            PER_ORDER
        }

        /** When an order that waits since an instant is over the limit; empty for PER_ORDER. */
        public Optional<Instant> after(Instant waitingSince, WorkingCalendar calendar) {
            return after(waitingSince, 1, calendar);
        }

        /** When a share of the limit has passed, in the limit's own time; empty for PER_ORDER. */
        public Optional<Instant> after(Instant waitingSince, double share, WorkingCalendar calendar) {
            Duration part = Duration.ofMinutes(Math.round(amount * 60 * share));
            return switch (unit) {
                case HOURS -> Optional.of(calendar.plusHours(waitingSince, part));
                case WORKING_HOURS -> Optional.of(calendar.plusWorkingHours(waitingSince, part));
                case WORKING_DAYS -> Optional.of(afterWorkingDays(waitingSince, amount * share, calendar));
                case PER_ORDER -> Optional.empty();
            };
        }

        private static Instant afterWorkingDays(Instant waitingSince, double days, WorkingCalendar calendar) {
            int whole = (int) days;
            Instant at = whole == 0 ? waitingSince : calendar.plusWorkingDays(waitingSince, whole);
            Duration ofADay =
                    Duration.between(calendar.hours().from(), calendar.hours().to());
            long rest = Math.round(ofADay.toMinutes() * (days - whole));
            return rest == 0 ? at : calendar.plusWorkingHours(at, Duration.ofMinutes(rest));
        }
    }

    /**
     * @param probability of having stopped, from which on the alert is open
     * @param priorLifeDays mean selling time until a seller stops
     * @param reopenAfter for so long after it has resolved, the alert of a seller does not open again
     */
    public record SellerStalled(
            boolean enabled,
            String owner,
            Severity severity,
            double probability,
            double priorR,
            double priorAlphaDays,
            double priorLifeDays,
            int minOrders,
            Duration reopenAfter)
            implements Serializable {}

    /** @param days of 24 hours each */
    public record SellerQuiet(String name, boolean enabled, String owner, Severity severity, int days, int minOrders)
            implements Serializable {}

    public record OnboardingStalled(
            boolean enabled, String owner, Severity severity, int registeredDays, int activatedDays, int listedDays)
            implements Serializable {}

    /**
     * @param silentFor time of the usual day only, which lasts from {@code from} to {@code to}
     * @param byPlatform marketplaces with another {@code silentFor}
     */
    public record FeedSilent(
            boolean enabled,
            String owner,
            Severity severity,
            Duration silentFor,
            LocalTime from,
            LocalTime to,
            Map<String, Duration> byPlatform)
            implements Serializable {
        public FeedSilent {
            byPlatform = Map.copyOf(byPlatform);
        }

        public Duration silentFor(String platform) {
            return byPlatform.getOrDefault(platform, silentFor);
        }
    }

    /** @param sendWithin an alert entered later than this after it opened is kept and not sent */
    public record Sending(int perDistrictAndDay, LocalTime digestAt, Duration sendWithin) implements Serializable {}

    /**
     * @param zone the business zone, in which days begin
     * @throws AlertSettingsException with every problem of the file
     */
    public static AlertSettings parse(String yaml, ZoneId zone) {
        return new SettingsParser(zone).parse(yaml);
    }

    /** The rule file that comes with the job. */
    public static AlertSettings standard(ZoneId zone) {
        return parse(standardYaml(), zone);
    }

    public static String standardYaml() {
        try (InputStream in = AlertSettings.class.getResourceAsStream(STANDARD)) {
            if (in == null) {
                throw new IllegalStateException(STANDARD + " is not on the class path: build the job jar again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(STANDARD + " cannot be read", e);
        }
    }
}
