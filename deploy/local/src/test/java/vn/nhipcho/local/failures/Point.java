package vn.nhipcho.local.failures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One disturbance at a moment.
 *
 * @param amidStart the point may fall into the start of {@code up} that the one before has left; else it waits until it runs
 * @param waitMillis after the point before was over, or {@code up} runs
 * @param lastsMillis until it is over; a killed process is started again after it
 * @param share of ClickHouse's requests that an error falls on
 */
record Point(Disturbance what, boolean amidStart, long waitMillis, long lastsMillis, double share) {
    private static final long LONGEST_WAIT = 6_000;
    private static final long SHORTEST = 500;
    private static final long LONGEST = 7_000;
    /** One in so many lasts minutes, in the long form. */
    private static final int LASTS_MINUTES_ONE_IN = 60;

    /** And of silences, which a client ends by its own time-out of a minute only, one in so many. */
    private static final int SILENCE_LASTS_MINUTES_ONE_IN = 4;

    private static final long SHORTEST_LONG = 65_000;
    private static final long LONGEST_LONG = 150_000;

    /** So many points, every kind as often as any other; the same seed gives the same. */
    static List<Point> random(int points, long seed, boolean longForm) {
        var random = new Random(seed);
        var kinds = new ArrayList<Disturbance>();
        var all = new ArrayList<Point>();
        int silences = 0;
        while (all.size() < points) {
            if (kinds.isEmpty()) {
                kinds.addAll(Arrays.asList(Disturbance.values()));
                Collections.shuffle(kinds, random);
            }
            long waits = random.nextLong(LONGEST_WAIT);
            long lasts = SHORTEST + random.nextLong(LONGEST - SHORTEST);
            double share = random.nextBoolean() ? 1 : 0.4;
            boolean amidStart = random.nextInt(4) == 0;
            Disturbance what = kinds.remove(kinds.size() - 1);
            boolean lastsMinutes = random.nextInt(LASTS_MINUTES_ONE_IN) == 0
                    || what == Disturbance.SILENCE && silences++ % SILENCE_LASTS_MINUTES_ONE_IN == 0;
            if (longForm && lastsMinutes) {
                lasts = SHORTEST_LONG + random.nextLong(LONGEST_LONG - SHORTEST_LONG);
            }
            all.add(new Point(what, amidStart, waits, lasts, share));
        }
        return all;
    }
}
