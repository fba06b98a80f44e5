package vn.nhipcho.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What a season is made from; equal configurations give equal events, byte for byte.
 *
 * @param end the anchor: the season begins {@code months} before it and goes on after it; cut to the minute
 * @param accounts seller accounts registered in the first months
 * @param tradingSellers accounts that begin to sell before {@code end}
 * @param orderScale multiplies every seller's orders; 1 is the programme's real size
 */
public record SimulationConfig(
        long seed, Instant end, int months, int accounts, int tradingSellers, double orderScale) {
    /** The seed document of the programme: "more than 58,000 households with activated accounts" (brief 1.3). */
    public static final int ACCOUNTS = 58_000;
    /** 273 households traded in the first half of 2022 (brief 1.3); about as many again come and go in 18 months. */
    public static final int TRADING_SELLERS = 450;

    /** Measured: orders a trading seller and month of the season, at the programme's real size. */
    private static final double ORDERS_A_SELLERS_MONTH = 2.2;

    private static final LocalDate EARLIEST_START = LocalDate.of(2021, 1, 1);

    public SimulationConfig {
        end = end.truncatedTo(ChronoUnit.MINUTES);
        List<String> problems = new ArrayList<>();
        if (months < 3 || months > 60) {
            problems.add("months is " + months + ": give 3 to 60");
        } else if (startOn(end, months).isBefore(EARLIEST_START) || Tet.LAST_KNOWN_YEAR.isBefore(end)) {
            problems.add("the season from " + startOn(end, months) + " to " + VietnamTime.date(end)
                    + " is not within the years with a Tết calendar: begin after " + EARLIEST_START + " and end before "
                    + VietnamTime.date(Tet.LAST_KNOWN_YEAR));
        }
        if (tradingSellers < 1) {
            problems.add("trading sellers are " + tradingSellers + ": give at least 1");
        }
        // One in ten at most: trading sellers are spread over the accounts and must not meet.
        if (accounts < 10L * tradingSellers || accounts > 5_000_000) {
            problems.add("accounts are " + accounts + ": give at least ten times the trading sellers ("
                    + 10L * tradingSellers + ") and at most 5000000");
        }
        if (!(orderScale > 0) || orderScale > 10_000) {
            problems.add("order scale is " + orderScale + ": give more than 0 and at most 10000");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("simulation: " + String.join("; ", problems));
        }
    }

    /** The season of the programme's real size: the eighteen months up to {@code end}. */
    public static SimulationConfig upTo(Instant end) {
        return new SimulationConfig(1, end, 18, ACCOUNTS, TRADING_SELLERS, 1);
    }

    public SimulationConfig withSeed(long seed) {
        return new SimulationConfig(seed, end, months, accounts, tradingSellers, orderScale);
    }

    public SimulationConfig withMonths(int months) {
        return new SimulationConfig(seed, end, months, accounts, tradingSellers, orderScale);
    }

    /** Both at once, since a season of few accounts has few trading sellers. */
    public SimulationConfig withSellers(int accounts, int tradingSellers) {
        return new SimulationConfig(seed, end, months, accounts, tradingSellers, orderScale);
    }

    public SimulationConfig withOrderScale(double orderScale) {
        return new SimulationConfig(seed, end, months, accounts, tradingSellers, orderScale);
    }

    /** Scales so that about so many orders are placed until the end. */
    public SimulationConfig withOrders(long orders) {
        return withOrderScale(orders / withOrderScale(1).expectedOrders());
    }

    /** About how many orders are placed until the end. */
    public double expectedOrders() {
        return ORDERS_A_SELLERS_MONTH * tradingSellers * months * orderScale;
    }

    /** Midnight of the first day, in Vietnam. */
    public Instant start() {
        return Instant.ofEpochMilli(VietnamTime.startOf(startOn(end, months).toEpochDay()));
    }

    private static LocalDate startOn(Instant end, int months) {
        return VietnamTime.date(end).minusMonths(months);
    }
}
