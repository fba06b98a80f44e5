package vn.nhipcho.local.bench;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import vn.nhipcho.importer.EventPublisher;
import vn.nhipcho.importer.ImportProgress;
import vn.nhipcho.importer.ImportRun;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.run.ProgressLine;
import vn.nhipcho.local.run.Stack;

/**
 * Sends more of the season to the running sales job, evenly, and asks again and again how many orders the totals count.
 * What one checkpoint covers becomes visible at once, so the order that was sent as the n-th counts as seen when there are n
 * more than before.
 */
final class FreshnessRun {
    /** How often the totals are asked; times are too long by up to this and the answer's own time. */
    private static final long POLL_MILLIS = 50;

    private static final double LONGEST_WAIT_SECONDS = 60;
    /** Shares of the rate that the job has reached when it had all at once. */
    private static final List<Double> LOADS = List.of(0.1, 0.5, 0.8);

    private static final double SHARE_OF_EVENTS = 0.2;
    private static final String COUNTED =
            "SELECT sum(orders) FROM market_raw.sales_hourly FINAL WHERE grouping = 'all'";

    private final Stack stack;
    private final ProgressLine progress;
    private final List<Answer> answers = new ArrayList<>();

    /** @param orders that the totals counted */
    record Answer(long nanos, long orders) {}

    private FreshnessRun(Stack stack, ProgressLine progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /** At each load for about as long, a fifth as many events as before together. */
    static List<Freshness> measure(Stack stack, BenchSettings asked, double rate, ProgressLine progress)
            throws InterruptedException, SqlRefused {
        List<Freshness> measured = new ArrayList<>();
        double all = LOADS.stream().mapToDouble(Double::doubleValue).sum();
        Season season = new Season(asked.events(), asked.seed());
        for (double load : LOADS) {
            season = season.next(Math.round(asked.events() * SHARE_OF_EVENTS * load / all));
            measured.add(new FreshnessRun(stack, progress).run(asked, season, load, rate));
        }
        return measured;
    }

    private Freshness run(BenchSettings asked, Season season, double load, double rate)
            throws InterruptedException, SqlRefused {
        var times = new OrderTimes(stack.publisher());
        long before = counted();
        CompletableFuture<Double> sending = CompletableFuture.supplyAsync(() -> {
            send(season, times, asked, load * rate);
            // The season takes a while to come to where it goes on.
            return new Stopwatch(times.firstNanos()).seconds();
        });
        while (!sending.isDone()) {
            ask();
        }
        double seconds = join(sending);
        untilAllAreCounted(before + times.nanos().size());
        return Freshness.of(load, season.size(), seconds, seconds(times.nanos(), before, answers), Load.now());
    }

    private void send(Season season, EventPublisher publisher, BenchSettings asked, double eventsPerSecond) {
        var position =
                ImportProgress.open(asked.directory().imports(), "bench next", "embedded", InstantSource.system());
        var shown = new SendSeason.Shown(Measured.FRESHNESS, progress, season.size());
        try (publisher) {
            new ImportRun(publisher, position, shown, eventsPerSecond, InstantSource.system()).run(season);
        } catch (IOException e) {
            throw new Failure("The season could not be sent to Kafka", e);
        } catch (InterruptedException e) {
            throw new Failure("Interrupted while sending");
        }
    }

    private static double join(CompletableFuture<Double> sending) {
        try {
            return sending.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** An order with a part on either side of the season's cut was counted before, and none can be told from it. */
    private void untilAllAreCounted(long expected) throws InterruptedException, SqlRefused {
        var waited = Stopwatch.start();
        while (ask() < expected && waited.seconds() < LONGEST_WAIT_SECONDS && stack.lag() > 0) {
            progress.show(Measured.FRESHNESS + ": waiting for the last orders");
        }
        long completed = stack.completedCheckpoints();
        while (stack.completedCheckpoints() == completed) {
            ask();
        }
    }

    private long ask() throws InterruptedException, SqlRefused {
        stack.failure().ifPresent(reason -> {
            throw new Failure(reason);
        });
        Thread.sleep(POLL_MILLIS);
        long orders = counted();
        answers.add(new Answer(System.nanoTime(), orders));
        return orders;
    }

    private long counted() throws SqlRefused {
        return Long.parseLong(stack.clickhouse().rows(COUNTED).get(0)[0]);
    }

    /** Of every order that was seen, the shortest first. */
    static double[] seconds(List<Long> sent, long before, List<Answer> answers) {
        List<Double> seconds = new ArrayList<>();
        int seen = 0;
        for (Answer answer : answers) {
            for (; seen < sent.size() && before + seen < answer.orders(); seen++) {
                seconds.add((answer.nanos() - sent.get(seen)) / 1e9);
            }
        }
        if (seconds.isEmpty()) {
            throw new Failure("No order that was sent came to be counted in the totals");
        }
        double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
