package vn.nhipcho.simulation;

import java.time.Instant;
import java.time.LocalDate;
import vn.nhipcho.reference.LunarNewYear;

/** The lunar new year, around which trade swells and then stops: its dates, and the days without carriers. */
final class Tet {
    private static final Tet[] YEARS =
            LunarNewYear.known().stream().map(Tet::new).toArray(Tet[]::new);

    static final Instant LAST_KNOWN_YEAR = Instant.ofEpochMilli(
            VietnamTime.startOf(LocalDate.of(LunarNewYear.lastYear(), 1, 1).toEpochDay()));

    private final long firstDay;
    private final long carriersStop;
    private final long carriersStart;

    private Tet(LunarNewYear year) {
        firstDay = year.tet().toEpochDay();
        carriersStop = year.dayOfLastMonth(29).toEpochDay();
        carriersStart = year.dayOfFirstMonth(5).toEpochDay();
    }

    /** Carriers nearly stop from 29 Tết to mùng 4 (brief 3.2). */
    static boolean carriersRest(long day) {
        for (Tet tet : YEARS) {
            if (day >= tet.carriersStop && day < tet.carriersStart) {
                return true;
            }
        }
        return false;
    }

    /** Days from mùng 1 of the nearest Tết: negative before it. Far away where no Tết is known. */
    static long daysFrom(long day) {
        long nearest = Long.MIN_VALUE / 2;
        for (Tet tet : YEARS) {
            long from = day - tet.firstDay;
            if (Math.abs(from) < Math.abs(nearest)) {
                nearest = from;
            }
        }
        return nearest;
    }
}
