package vn.nhipcho.simulation;

import java.util.List;

/**
 * Who buys, as far as a marketplace tells: where it goes to, and how it is paid.
 *
 * @param province code of the day of the order
 * @param transitDays median from pick-up to delivery
 * @param paysAfter milliseconds from the order to its payment; negative: never
 */
record Buyer(String province, double transitDays, String paymentMethod, long paysAfter) {
    /** COD was more than 80 % of payments in 2022 (brief 3.1). */
    private static final double COD = 0.8;

    static final String COD_METHOD = "COD";

    /** Shares and days are guesses: mostly the delta and the largest cities. */
    private record Destination(String before, String since, double share, double days) {}

    private static final List<Destination> DESTINATIONS = List.of(
            new Destination("79", "79", 0.30, 1.6),
            new Destination("92", "92", 0.13, 1.2),
            new Destination("01", "01", 0.12, 3.4),
            new Destination("93", "92", 0.10, 0.9),
            new Destination("74", "79", 0.06, 1.8),
            new Destination("75", "75", 0.05, 1.9),
            new Destination("86", "86", 0.04, 1.3),
            new Destination("94", "92", 0.03, 1.2),
            new Destination("91", "91", 0.03, 1.6),
            new Destination("89", "91", 0.03, 1.5),
            new Destination("80", "80", 0.03, 1.7),
            new Destination("48", "48", 0.03, 2.8),
            new Destination("96", "96", 0.02, 1.6),
            new Destination("31", "31", 0.02, 3.6),
            new Destination("77", "79", 0.01, 1.9));

    static Buyer at(long placedAt, Market market, Dice dice) {
        var to = dice.pick(DESTINATIONS, Destination::share);
        String province = VietnamTime.day(placedAt) < Commune.REFORM_DAY ? to.before : to.since;
        if (dice.chance(COD)) {
            return new Buyer(province, to.days, COD_METHOD, 0);
        }
        // Guess: one prepaid order in eleven is never paid.
        long paysAfter = dice.chance(0.09) ? -1 : (long) dice.logNormal(6 * VietnamTime.MINUTE, 0.8);
        return new Buyer(province, to.days, dice.pick(prepaid(market)), paysAfter);
    }

    boolean cashOnDelivery() {
        return paymentMethod.equals(COD_METHOD);
    }

    private static List<String> prepaid(Market market) {
        return switch (market) {
            case BUUDIEN -> List.of("PostPay", "bank_transfer");
            case VOSO -> List.of("ViettelMoney", "bank_transfer");
            case SHOPEE -> List.of("ShopeePay", "credit_card");
            case LAZADA -> List.of("credit_card", "ZaloPay");
            case TIKTOK_SHOP -> List.of("ZaloPay", "bank_transfer");
        };
    }
}
