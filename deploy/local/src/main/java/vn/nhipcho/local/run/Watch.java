package vn.nhipcho.local.run;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.feed.Feed;

/** Looks after a running stack: shows how far it is, and tells when it is done, cannot go on or is to stop. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long POLL_MILLIS = 500;
    private static final long QUIET_POLL_MILLIS = 2_000;
    private static final long CHECKPOINTS_TO_SETTLE = 3;
    /** In UTC, as in the logs. */
    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Stack stack;
    private final List<Feed> feeds;
    private final Signals signals;
    private final ProgressLine progress = ProgressLine.onStandardError();
    private final ClickHouseHttp clickhouse;
    private final boolean hadRows;
    private OptionalDouble firstRows = OptionalDouble.empty();
    private Instant silentSince;

    Watch(Stack stack, List<Feed> feeds, Signals signals) {
        this.stack = stack;
        this.feeds = feeds;
        this.signals = signals;
        this.clickhouse = stack.clickhouse().answeringWithin(ANSWER);
        this.hadRows = hasRows();
    }

    /** One that does not answer just now may have some: no time of the first row is better than a wrong one. */
    private boolean hasRows() {
        try {
            return Figures.read(clickhouse).lines() > 0;
        } catch (Failure | SqlRefused e) {
            LOG.warn("ClickHouse does not tell whether it has rows", e);
            return true;
        }
    }

    /** Seconds since the command was started, the JVM's own start included. */
    static double seconds() {
        return (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1000.0;
    }

    /** Seconds until the first row could be queried; empty while there is none, or when there was one from the start. */
    OptionalDouble firstRows() {
        return firstRows;
    }

    /** Returns true when all that the sources hold can be queried, false when a stop was asked for before. */
    boolean untilAllIsQueryable() throws InterruptedException {
        long settledAt = -1;
        while (!signals.isStopAsked()) {
            mustBeWell();
            // In this order: what is finished before the topics are measured is in them.
            boolean allSent = feeds.stream().allMatch(Feed::isFinished);
            Optional<Look> look = look();
            if (allSent && look.isPresent() && look.get().lag() == 0) {
                settledAt = settledAt < 0 ? look.get().checkpoints() : settledAt;
            } else {
                settledAt = -1;
            }
            // Platform clocks wait until nothing is left to read, and then it takes a checkpoint more to judge by them.
            if (settledAt >= 0 && look.get().checkpoints() >= settledAt + CHECKPOINTS_TO_SETTLE) {
                progress.clear();
                return true;
            }
            signals.sleep(POLL_MILLIS);
        }
        progress.clear();
        return false;
    }

    void untilStopIsAsked() throws InterruptedException {
        while (!signals.isStopAsked()) {
            mustBeWell();
            boolean quiet = look().filter(look -> look.lag() == 0).isPresent();
            signals.sleep(quiet ? QUIET_POLL_MILLIS : POLL_MILLIS);
        }
        progress.clear();
    }

    private record Look(long lag, long checkpoints) {}

    /**
     * Empty while Kafka, ClickHouse or Flink does not answer. That ends nothing: the job and the sources wait for them
     * likewise, and all go on when they are back.
     */
    private Optional<Look> look() {
        try {
            var look = new Look(stack.lag(), stack.completedCheckpoints());
            show(look.lag());
            silentSince = null;
            return Optional.of(look);
        } catch (Failure | SqlRefused e) {
            if (silentSince == null) {
                silentSince = Instant.now();
                LOG.warn("the stack cannot be watched for now", e);
            }
            progress.show(stamp(), "waiting since %s: %s".formatted(SINCE.format(silentSince), e.getMessage()));
            return Optional.empty();
        }
    }

    private void mustBeWell() {
        for (Feed feed : feeds) {
            feed.failure().ifPresent(e -> {
                throw new Failure("Source " + feed + " could not be sent", e);
            });
        }
        stack.failure().ifPresent(reason -> {
            throw new Failure(reason);
        });
    }

    private void show(long lag) throws SqlRefused {
        Figures figures = Figures.read(clickhouse);
        if (!hadRows && firstRows.isEmpty() && figures.lines() > 0) {
            firstRows = OptionalDouble.of(seconds());
            progress.clear();
            System.out.printf(Locale.ROOT, "First rows after %.1f s%n", firstRows.getAsDouble());
        }
        String state = String.format(
                Locale.ROOT,
                "sent %,d%s  read %,d  to go %,d  applied %,d  dead %,d  order lines %,d%s",
                feeds.stream().mapToLong(Feed::events).sum(),
                ofAbout(),
                figures.consumed(),
                lag,
                figures.applied(),
                figures.dead() + figures.refused(),
                figures.lines(),
                stack.jobState().map(status -> "  job " + status).orElse(""));
        progress.show(stamp(), state);
    }

    private static String stamp() {
        return String.format(Locale.ROOT, "%6.1f s  ", seconds());
    }

    private String ofAbout() {
        boolean known = feeds.stream().noneMatch(feed -> feed.estimatedEvents().isEmpty());
        boolean finished = feeds.stream().allMatch(Feed::isFinished);
        long estimated = feeds.stream()
                .mapToLong(feed -> feed.estimatedEvents().orElse(0))
                .sum();
        return finished || !known || estimated == 0 ? "" : String.format(Locale.ROOT, " of about %,d", estimated);
    }
}
