package vn.nhipcho.simulation;

import static vn.nhipcho.simulation.VietnamTime.HOUR;

import java.time.LocalDate;

/** How much is bought on a day against a usual one, and at what hour. Shapes are guesses but for the carriers' rest. */
final class Demand {
    /** Monday to Sunday; people order most early in the week. */
    private static final double[] WEEKDAY = {1.08, 1.06, 1.04, 1.02, 1.00, 0.92, 0.88};
    /** Midnight to midnight: noon and evening. */
    private static final double[] HOUR_OF_DAY = {
        1, 0.5, 0.3, 0.2, 0.3, 0.8, 2, 3, 5, 6, 7, 7, 8, 6, 5, 5, 5, 5, 6, 8, 10, 9, 6, 3
    };

    private static final double HOURS_TOTAL = total(HOUR_OF_DAY);

    private Demand() {}

    /** @param gift goods that are bought for Tết */
    static double onDay(long day, boolean gift) {
        LocalDate date = VietnamTime.date(day);
        double demand = WEEKDAY[date.getDayOfWeek().getValue() - 1] * aroundTet(day, gift);
        // 9.9, 10.10, 11.11 and 12.12 are the marketplaces' sale days.
        boolean saleDay = date.getMonthValue() >= 9 && date.getMonthValue() == date.getDayOfMonth();
        return saleDay ? demand * 1.4 : demand;
    }

    private static double aroundTet(long day, boolean gift) {
        long from = Tet.daysFrom(day);
        if (Tet.carriersRest(day)) {
            return 0.1;
        }
        if (from >= -28 && from <= -4) {
            return gift ? 1.9 : 1.3;
        }
        return from < 0 && from > -4 || from > 0 && from <= 10 ? 0.5 : 1;
    }

    /** The programme becomes known: demand grows by half in its first two years. */
    static double growth(long daysSinceStart) {
        return Math.min(1.2, 0.8 + 0.4 * daysSinceStart / 730);
    }

    /** A moment of the day, in milliseconds after midnight. */
    static long clock(Dice dice) {
        double mark = dice.uniform() * HOURS_TOTAL;
        int hour = 0;
        while (hour < 23 && mark >= HOUR_OF_DAY[hour]) {
            mark -= HOUR_OF_DAY[hour++];
        }
        return hour * HOUR + (long) (dice.uniform() * HOUR);
    }

    private static double total(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        return total;
    }
}
