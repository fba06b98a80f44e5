package vn.nhipcho.simulation;

import java.time.Instant;
import java.time.LocalDate;

/** The lunar new year, around which trade swells and then stops: its dates, and the days without carriers. */
final class Tet {
    /**
     * Mùng 1 Tết and the length of the lunar month before it (Chạp), computed from the new moons at UTC+7; there is no
     * 30 Tết from 2025 to 2032.
     */
    private static final Tet[] YEARS = {
        tet(2021, 2, 12, 30), tet(2022, 2, 1, 29), tet(2023, 1, 22, 30), tet(2024, 2, 10, 30),
        tet(2025, 1, 29, 29), tet(2026, 2, 17, 29), tet(2027, 2, 6, 29), tet(2028, 1, 26, 29),
        tet(2029, 2, 13, 29), tet(2030, 2, 2, 29), tet(2031, 1, 23, 29), tet(2032, 2, 11, 29),
        tet(2033, 1, 31, 30), tet(2034, 2, 19, 30), tet(2035, 2, 8, 30),
    };

    static final Instant LAST_KNOWN_YEAR = Instant.parse("2034-12-31T17:00:00Z");

    private final long firstDay;
    private final long carriersStop;

    private Tet(long firstDay, int daysOfLastMonth) {
        this.firstDay = firstDay;
        this.carriersStop = firstDay - (daysOfLastMonth - 28);
    }

    private static Tet tet(int year, int month, int day, int daysOfLastMonth) {
        return new Tet(LocalDate.of(year, month, day).toEpochDay(), daysOfLastMonth);
    }

    /** Carriers nearly stop from 29 Tết to mùng 4 (brief 3.2). */
    static boolean carriersRest(long day) {
        for (Tet tet : YEARS) {
            if (day >= tet.carriersStop && day <= tet.firstDay + 3) {
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
