package vn.nhipcho.local.failures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.local.SimulatedSeason;

/**
 * A season out of order and partly twice, through a stack that is killed, frozen and lied to: afterwards every fact,
 * cell, alert and stage equals the oracles', the ledger closes on the events of the file, and the sentences of the alerts
 * are those of a run that nothing disturbed.
 */
@Tag("failures")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailuresIT {
    /** One of each kind. */
    private static final int POINTS_A_SEASON = Disturbance.values().length;

    private static final int POINTS = Integer.getInteger("failures.points", POINTS_A_SEASON);
    private static final long SEED = Long.getLong("failures.seed", System.currentTimeMillis() % 1_000_000);
    /** Points to leave out, a multiple of those of a season: to repeat a later season alone. */
    private static final int LEFT_OUT = Integer.getInteger("failures.left-out", 0);

    private static final int LONG_FORM = 100;
    /** How long a season streams while it is disturbed, in seconds a point; restarts and waits included. */
    private static final int SECONDS_A_POINT = 8;

    @TempDir
    static Path folder;

    private static Path season;
    private static long events;
    private static OracleCheck check;
    /** What the oracles do not know among the rest, by the question. */
    private static final Map<String, TreeSet<String>> undisturbed = new HashMap<>();

    @BeforeAll
    static void makeASeason() throws IOException {
        season = folder.resolve("season.jsonl");
        SimulatedSeason.write(season, 8, 600, 60);
        BadRecords.mixInto(season);
        OddSellers.mixInto(season, SEED, 40);
        try (var lines = Files.lines(season)) {
            events = lines.count();
        }
        check = OracleCheck.of(season, SEED);
        System.out.printf(
                "[failures] -Dfailures.seed=%d -Dfailures.points=%d, a season of %,d events%n", SEED, POINTS, events);
    }

    @Test
    @Order(1)
    void theOracleAgreesWithARunThatNothingDisturbs() throws Exception {
        try (var stage = new Stage(folder.resolve("undisturbed"), events, SEED, "--source", "jsonl:" + season)) {
            stage.start();
            stage.awaitAllQueryable();

            check.holdsFor(stage);
            for (String sql : Held.OF_SELLERS) {
                TreeSet<String> rows = stage.held().rows(sql);
                assertThat(rows).as(sql).isNotEmpty();
                undisturbed.put(sql, rows);
            }
        }
    }

    @Test
    @Order(2)
    void everyFigureIsRightWhateverIsKilledFrozenOrRefused() throws Exception {
        List<Point> all = Point.random(POINTS, SEED, POINTS >= LONG_FORM);
        var struck = new TreeMap<Disturbance, Integer>();
        var log = new ArrayList<String>();
        Instant start = Instant.now();
        int next = LEFT_OUT;
        int unheard = 0;
        for (int number = 1 + LEFT_OUT / POINTS_A_SEASON; next < all.size(); number++) {
            int planned = Math.min(POINTS_A_SEASON, all.size() - next);
            double rate = (double) events / (planned * SECONDS_A_POINT);
            Path place = folder.resolve("season-" + number);
            try (var stage = new Stage(place, rate, SEED + number, disturbed(SEED + number))) {
                stage.start();
                for (int i = 0; i < planned && stage.strike(all.get(next)); i++) {
                    struck.merge(all.get(next).what(), 1, Integer::sum);
                    next++;
                }
                stage.finish();
                log.add("season " + number + ", " + next + " points so far");
                log.addAll(stage.log());

                check.holdsFor(stage);
                for (String sql : Held.OF_SELLERS) {
                    OracleCheck.assertSame(sql, SEED, stage.held().rows(sql), undisturbed.get(sql));
                }
                unheard += stage.unheard();
                assertThat(stage.surprises()).as("ends of up while it ran").isEmpty();
            } finally {
                write(log);
            }
            delete(place);
        }
        log.add(String.format(
                Locale.ROOT,
                "%d points (%d of them lies that nobody heard) in %s, seed %d: every figure right; %s",
                next - LEFT_OUT,
                unheard,
                Duration.between(start, Instant.now()).withNanos(0),
                SEED,
                struck));
        write(log);
        System.out.println("[failures] " + log.get(log.size() - 1));
    }

    private static String[] disturbed(long seed) {
        return new String[] {
            "--source", "jsonl:" + season, "--disorder", "72h", "--duplicates", "0.2", "--seed", Long.toString(seed)
        };
    }

    private static void write(List<String> log) throws IOException {
        Files.write(Path.of("target/failures.log"), log);
    }

    private static void delete(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
