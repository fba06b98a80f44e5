package vn.nhipcho.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * A day on which post-office staff open accounts for a commune in bulk, one after another; accounts {@code from}
 * (included) to {@code to} (excluded).
 *
 * @param day counts from 1970
 * @param oldForm the office still writes the codes from before the reform
 */
record Visit(Commune commune, long day, int from, int to, boolean oldForm) {
    private static final long OPENS = 8 * VietnamTime.HOUR;
    private static final long OPEN_FOR = 8 * VietnamTime.HOUR;

    long registeredAt(int account) {
        return VietnamTime.startOf(day) + OPENS + OPEN_FOR * (account - from) / (to - from);
    }

    /** Three to six days a commune (guess), within the first four months or the first quarter of a short season. */
    static List<Visit> plan(SimulationConfig config, List<Commune> communes, Dice dice) {
        long first = VietnamTime.day(config.start().toEpochMilli()) + 1;
        long window = Math.min(120, (VietnamTime.day(config.end().toEpochMilli()) - first) / 4);
        double totalWeight = communes.stream().mapToDouble(Commune::weight).sum();
        List<Visit> visits = new ArrayList<>();
        double weight = 0;
        int from = 0;
        for (Commune commune : communes) {
            weight += commune.weight();
            int to = (int) Math.round(config.accounts() * weight / totalWeight);
            int days = 3 + dice.below(4);
            for (int i = 0; i < days; i++) {
                int last = from + (to - from) / (days - i);
                // The product brings most of the visits into the first weeks.
                long day = workday(first + (long) (window * dice.uniform() * dice.between(0.5, 1)));
                if (last > from) {
                    visits.add(new Visit(commune, day, from, last, dice.chance(0.15)));
                }
                from = last;
            }
        }
        return visits;
    }

    private static long workday(long day) {
        while (VietnamTime.isSunday(day) || Tet.carriersRest(day)) {
            day++;
        }
        return day;
    }
}
