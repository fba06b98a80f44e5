package vn.nhipcho.local.run;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.feed.Feed;

/** Looks after a running stack: shows how far it is, and tells when it is done, cannot go on or is to stop. */
final class Watch {
    private static final long POLL_MILLIS = 500;
    private static final long QUIET_POLL_MILLIS = 2_000;

    private final Stack stack;
    private final List<Feed> feeds;
    private final Signals signals;
    private final ProgressLine progress = ProgressLine.onStandardError();
    private final boolean hadRows;
    private OptionalDouble firstRows = OptionalDouble.empty();

    Watch(Stack stack, List<Feed> feeds, Signals signals) throws SqlRefused {
        this.stack = stack;
        this.feeds = feeds;
        this.signals = signals;
        this.hadRows = Figures.read(stack.clickhouse()).lines() > 0;
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
    boolean untilAllIsQueryable() throws InterruptedException, SqlRefused {
        while (!signals.isStopAsked()) {
            mustBeWell();
            // In this order: what is finished before the topics are measured is in them.
            boolean allSent = feeds.stream().allMatch(Feed::isFinished);
            long lag = stack.arrivals().lag();
            show(lag);
            // A job that has only just been restored cannot make the savepoint it is to be stopped with.
            if (allSent && lag == 0 && stack.completedCheckpoints() > 0) {
                progress.clear();
                return true;
            }
            signals.sleep(POLL_MILLIS);
        }
        progress.clear();
        return false;
    }

    void untilStopIsAsked() throws InterruptedException, SqlRefused {
        while (!signals.isStopAsked()) {
            mustBeWell();
            long lag = stack.arrivals().lag();
            show(lag);
            signals.sleep(lag == 0 ? QUIET_POLL_MILLIS : POLL_MILLIS);
        }
        progress.clear();
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
        Figures figures = Figures.read(stack.clickhouse());
        if (!hadRows && firstRows.isEmpty() && figures.lines() > 0) {
            firstRows = OptionalDouble.of(seconds());
            progress.clear();
            System.out.printf(Locale.ROOT, "First rows after %.1f s%n", firstRows.getAsDouble());
        }
        String stamp = String.format(Locale.ROOT, "%6.1f s  ", seconds());
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
        progress.show(stamp, state);
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
