package vn.nhipcho.simulation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The yearly plan of a simulated province: invented, but of the size that the programme's real figures have. */
final class SimulatedTargets {
    /** The old province, whose plan it is. */
    private static final String PLACE = "93";

    private static final int MONTHS_OF_YEAR = 12;
    /** "About 220,000 đồng" a transaction over the country, 2022–23 (brief 1.2). */
    private static final long VALUE_A_TRANSACTION = 220_000;

    private SimulatedTargets() {}

    /** A goal as {@code targets.csv} has it. */
    record Target(String indicator, String place, int year, long value, String unit) {}

    /** Of every year that the season touches; in the first one as much less as the season begins late in it. */
    static List<Target> of(SimulationConfig config) {
        int first = VietnamTime.date(config.start()).getYear();
        int last = VietnamTime.date(config.end()).getYear();
        return IntStream.rangeClosed(first, last)
                .boxed()
                .flatMap(year -> ofYear(year, config))
                .toList();
    }

    private static Stream<Target> ofYear(int year, SimulationConfig config) {
        int months = year == VietnamTime.date(config.start()).getYear()
                ? MONTHS_OF_YEAR - VietnamTime.date(config.start()).getMonthValue() + 1
                : MONTHS_OF_YEAR;
        long orders = Math.round(config.expectedOrders() / config.months() * months);
        return Stream.of(
                new Target("accounts_activated", PLACE, year, config.accounts(), "account"),
                new Target("traded_accounts", PLACE, year, config.tradingSellers(), "account"),
                new Target("transactions", PLACE, year, orders, "order"),
                new Target("value", PLACE, year, orders * VALUE_A_TRANSACTION, "VND"),
                // As the national plan has it: every product of 3 stars and more.
                new Target("ocop_online_rate", PLACE, year, 100, "%"));
    }
}
