package vn.nhipcho.alert;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * In which part of the year a commodity is in season; the clock of a seller stands still outside the season and on the
 * days when carriers rest. Before 2000 and from 2100 on everything is in season.
 */
public final class Seasons implements Serializable {
    private static final LocalDate BEGIN = LocalDate.of(2000, 1, 1);
    private static final LocalDate END = LocalDate.of(2100, 1, 1);

    private final ZoneId zone;
    private final Map<String, YearDays> byCommodity;
    private final Set<LocalDate> restDays;
    private final transient Season always;
    /** By the days of the year in season; there are as many as commodities combine in different ways. */
    private final transient Map<BitSet, Season> known = new ConcurrentHashMap<>();

    Seasons(ZoneId zone, Map<String, YearDays> byCommodity, Set<LocalDate> restDays) {
        this.zone = zone;
        this.byCommodity = Map.copyOf(byCommodity);
        this.restDays = Set.copyOf(restDays);
        this.always = season(YearDays.all());
    }

    /** The seller's season: in season when any of its commodities is; an unknown commodity, or none, always is. */
    public Season of(Set<String> commodities) {
        var days = new BitSet();
        for (String commodity : commodities) {
            var own = byCommodity.get(commodity);
            if (own == null) {
                return always;
            }
            days.or(own.bits());
        }
        if (commodities.isEmpty() || days.cardinality() == YearDays.LENGTH) {
            return always;
        }
        var season = known.get(days);
        return season != null ? season : known.computeIfAbsent(days, key -> season(new YearDays(key)));
    }

    private Season season(YearDays days) {
        return new Season(timeline(days::contains), timeline(day -> days.contains(day) && !restDays.contains(day)));
    }

    private Timeline timeline(Predicate<LocalDate> runs) {
        List<Long> turns = new ArrayList<>();
        // A day early: the first day may stop the clock, and no two turns may be at one moment.
        turns.add(startOf(BEGIN.minusDays(1)));
        boolean running = true;
        for (var day = BEGIN; day.isBefore(END); day = day.plusDays(1)) {
            if (runs.test(day) != running) {
                running = !running;
                turns.add(startOf(day));
            }
        }
        if (!running) {
            turns.add(startOf(END));
        }
        return new Timeline(turns.stream().mapToLong(Long::longValue).toArray());
    }

    private long startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private Object readResolve() {
        return new Seasons(zone, new HashMap<>(byCommodity), restDays);
    }

    /**
     * A seller's season, in milliseconds since 1970. {@code inSeason}, {@code nextStart} and {@code nextEnd} tell of the
     * season alone; {@code clockRuns}, {@code inSeasonBetween} and {@code plus} also leave out the days on which carriers
     * rest, so that Tết ends no season and yet counts against nobody.
     */
    public static final class Season {
        private final Timeline season;
        private final Timeline clock;

        private Season(Timeline season, Timeline clock) {
            this.season = season;
            this.clock = clock;
        }

        public boolean inSeason(long at) {
            return season.runs(at);
        }

        /** In season, and carriers do not rest. */
        public boolean clockRuns(long at) {
            return clock.runs(at);
        }

        /** Milliseconds that count; 0 when {@code to} is not after {@code from}. */
        public long inSeasonBetween(long from, long to) {
            return clock.between(from, to);
        }

        /** The earliest moment by which so much season time has passed; {@code Long.MAX_VALUE} when there is none. */
        public long plus(long from, long inSeasonMillis) {
            return clock.plus(from, inSeasonMillis);
        }

        /** The first begin of a season after a moment; {@code Long.MAX_VALUE} if it is always in season. */
        public long nextStart(long after) {
            return season.next(true, after);
        }

        /** The first end of a season after a moment; {@code Long.MAX_VALUE} if it is always in season. */
        public long nextEnd(long after) {
            return season.next(false, after);
        }
    }
}
