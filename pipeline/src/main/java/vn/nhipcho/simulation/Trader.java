package vn.nhipcho.simulation;

import static vn.nhipcho.simulation.VietnamTime.DAY;
import static vn.nhipcho.simulation.VietnamTime.HOUR;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.nhipcho.event.SellerType;
import vn.nhipcho.simulation.SellerLabel.Reason;

/**
 * A seller who really sells: what, where, how briskly, from when and until when, and why it ends. All of it is decided
 * before the first event, which is what makes the labels true.
 *
 * @param startsAt first order, milliseconds
 * @param stopsAt the seller sells no more from then on, often long after the season
 * @param reason why it will stop
 * @param ordersPerDay of a usual day in season: a Gamma rate, so that orders are Gamma-Poisson over the sellers
 */
record Trader(
        Account account,
        long startsAt,
        long stopsAt,
        Reason reason,
        double ordersPerDay,
        double confirmHours,
        double cancelShare,
        List<Shop> shops,
        List<Product> products) {
    /** Orders a day and seller over all seasons; set so that a year has about 8,600 successful orders (brief 1.3). */
    private static final double MEAN_ORDERS_PER_DAY = 0.132;

    private static final double GAMMA_SHAPE = 0.7;

    /** A seller's shop on one marketplace. */
    record Shop(Market market, String shopId) {}

    /** What the plans of all sellers have in common. */
    record Season(SimulationConfig config, List<Goods> goods) {
        long end() {
            return config.end().toEpochMilli();
        }

        /** Nobody of the season begins in its last days. */
        long lastStart() {
            return end() - 5 * DAY;
        }
    }

    static Trader plan(Account account, Season season) {
        Dice dice = account.dice().fork(7);
        long wished = startsAt(account.registeredAt(), season.end(), dice);
        List<Goods> goods = goods(account, season, good -> true, dice);
        long startsAt = firstInSeason(wished, goods, dice);
        if (startsAt > season.lastStart() && wished <= season.lastStart()) {
            startsAt = wished;
            goods = goods(account, season, good -> good.inSeason(VietnamTime.month(VietnamTime.day(wished))), dice);
        }
        double lifeDays = 20 + dice.exponential(dice.chance(0.5) ? 1_800 : 400);
        double rate = dice.gamma(GAMMA_SHAPE, MEAN_ORDERS_PER_DAY) + 0.01;
        double size = account.isOrganisation() ? 2 : account.type() == SellerType.FIRM ? 1.6 : 0.8;
        List<Shop> shops = shops(dice);
        return new Trader(
                account,
                startsAt,
                startsAt + (long) (lifeDays * DAY),
                dice.pick(Reason.OF_STOPPING, Reason::share),
                rate * size * season.config.orderScale(),
                dice.logNormal(account.isOrganisation() ? 2.5 : 4.5, 0.5),
                dice.between(0.005, 0.04),
                shops,
                products(account, startsAt, goods, shops, season, dice));
    }

    /** From when on nobody orders any more: buyers find out late that a busy seller has stopped. */
    long emptyAt() {
        return reason == Reason.BUSY ? stopsAt + 8 * DAY : stopsAt;
    }

    boolean hasStopped(long at) {
        return at >= stopsAt;
    }

    /** Three weeks before the end, what ends it shows. */
    Conduct conductAt(long at) {
        boolean nearEnd = at >= stopsAt - 21 * DAY;
        boolean busy = nearEnd && reason == Reason.BUSY;
        return new Conduct(
                busy ? confirmHours * 4 : confirmHours,
                busy ? cancelShare * 3 : cancelShare,
                nearEnd && reason == Reason.RETURNS ? 2.5 : 1,
                !hasStopped(at));
    }

    /** Whoever stops because of the price asks too much before. */
    double priceFactorAt(long at) {
        return reason == Reason.PRICE && at >= stopsAt - 30 * DAY ? 1.3 : 1;
    }

    /** Orders that come after a busy seller has stopped wait in vain. */
    double demandFactorAt(long at) {
        if (hasStopped(at)) {
            return at < emptyAt() ? 0.4 : 0;
        }
        return reason == Reason.PRICE && at >= stopsAt - 30 * DAY ? 0.4 : 1;
    }

    boolean sellsIn(Month month) {
        return products.stream().anyMatch(product -> product.inSeason(month));
    }

    /** Seven in ten begin within weeks of their registration, the others some time until the season's end. */
    private static long startsAt(long registeredAt, long end, Dice dice) {
        boolean fast = registeredAt > end - 90 * DAY || dice.chance(0.7);
        long soon = registeredAt + (long) (dice.between(12, 75) * DAY);
        long later = registeredAt
                + 60 * DAY
                + (long) (dice.uniform() * Math.max(0, end - 5 * DAY - registeredAt - 60 * DAY));
        return VietnamTime.startOf(VietnamTime.day(fast ? soon : later)) + (long) (dice.between(8, 20) * HOUR);
    }

    private static List<Shop> shops(Dice dice) {
        int count = pickCount(dice, 0.60, 0.28);
        List<Market> markets = new ArrayList<>(List.of(Market.values()));
        List<Shop> shops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Market market = dice.pick(markets, Market::share);
            markets.remove(market);
            shops.add(new Shop(market, market.code() + "-" + (100_000_000L + (dice.next() >>> 36))));
        }
        return List.copyOf(shops);
    }

    /** @param first what the first of them may be */
    private static List<Goods> goods(Account account, Season season, Predicate<Goods> first, Dice dice) {
        int count = pickCount(dice, 0.55, 0.30);
        String district = account.commune().district();
        List<Goods> left = new ArrayList<>(season.goods);
        List<Goods> goods = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Predicate<Goods> may = i == 0 ? first : good -> true;
            Goods chosen = dice.pick(left, good -> may.test(good) ? good.commonIn(district) : 0);
            left.remove(chosen);
            goods.add(chosen);
        }
        return goods;
    }

    /** Nobody begins out of season: who has nothing to sell yet waits for the first weeks of the next month that has. */
    private static long firstInSeason(long wished, List<Goods> goods, Dice dice) {
        LocalDate date = VietnamTime.date(VietnamTime.day(wished));
        if (inSeason(goods, date.getMonth())) {
            return wished;
        }
        do {
            date = date.withDayOfMonth(1).plusMonths(1);
        } while (!inSeason(goods, date.getMonth()));
        long day = date.toEpochDay() + dice.below(20);
        return VietnamTime.startOf(day) + VietnamTime.sinceMidnight(wished);
    }

    private static boolean inSeason(List<Goods> goods, Month month) {
        return goods.stream().anyMatch(good -> good.inSeason(month));
    }

    private static List<Product> products(
            Account account, long startsAt, List<Goods> goods, List<Shop> shops, Season season, Dice dice) {
        List<Product> products = new ArrayList<>();
        for (Goods good : goods) {
            int variants = dice.chance(0.3) ? 2 : 1;
            for (int variant = 0; variant < variants; variant++) {
                var certificate = Ocop.certificate(account, startsAt, season.config, dice);
                products.add(
                        new Product(good, shops, certificate, season.config.orderScale(), dice.fork(products.size())));
            }
        }
        return List.copyOf(products);
    }

    private static int pickCount(Dice dice, double one, double two) {
        double draw = dice.uniform();
        return draw < one ? 1 : draw < one + two ? 2 : 3;
    }
}
