package vn.nhipcho.simulation;

import static vn.nhipcho.simulation.VietnamTime.DAY;

import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.event.OrderOrigin;

/** Fills baskets and sends each on its way: what is bought, from whom, for how much. Holds only orders under way. */
final class Orders {
    /** Guesses: value of a basket, so that a successful order is worth about 220,000 đồng (brief 1.2). */
    private static final double MEDIAN_VALUE = 143_000;

    private static final double VALUE_SIGMA = 0.7;

    private final Dice dice;
    private final Street street;
    private long number;

    Orders(Street street, Dice dice) {
        this.street = street;
        this.dice = dice;
    }

    /** A customer orders at a stall; nothing happens where nothing is on offer. */
    void place(Agenda agenda, Stall stall) {
        List<Product> offered = stall.offeredAt(agenda.now());
        if (offered.isEmpty()) {
            return;
        }
        Dice own = dice.fork(++number);
        Market market = own.pick(stall.trader().shops()).market();
        boolean programme = own.chance(0.025);
        var order = order(agenda.now(), market, programme ? OrderOrigin.PROGRAMME : OrderOrigin.CUSTOMER, own);
        double value = own.logNormal(programme ? 3 * MEDIAN_VALUE : MEDIAN_VALUE, VALUE_SIGMA);
        send(agenda, order, stall, offered, value, 0);
        // Guess: one basket in twenty-five holds goods of a second seller.
        if (market.sharesBaskets() && own.chance(0.04)) {
            Stall second = street.other(market, stall, own);
            List<Product> there = second == null ? List.of() : second.offeredAt(agenda.now());
            if (!there.isEmpty()) {
                send(agenda, order, second, there, value / 2, 1);
            }
        }
    }

    /** Staff order a trifle from an account they have just opened, to try it (brief 13.2). */
    void placeByStaff(Agenda agenda, Account account, Goods goods) {
        Dice own = dice.fork(++number);
        var order = order(agenda.now(), own.chance(0.6) ? Market.BUUDIEN : Market.VOSO, OrderOrigin.INTERNAL, own);
        var pack = goods.packs().get(0);
        long price = Math.max(1_000, Math.round(goods.low() * pack.units() / 1_000) * 1_000);
        var line = new OrderPart.Item("1", null, goods.commodity().code(), 1_000, pack.unit(), price, 0);
        new OrderPart(order, account.sellerId(), 0, List.of(line)).send(agenda, new Conduct(3, 0.02, 1, true), false);
    }

    private void send(
            Agenda agenda, OrderPart.Order order, Stall stall, List<Product> offered, double value, int part) {
        Dice own = order.dice().fork(part);
        var items = items(order.market(), offered, value, own);
        boolean perishable = offered.get(0).goods().perishable();
        new OrderPart(order, stall.trader().account().sellerId(), part, items)
                .send(agenda, stall.trader().conductAt(agenda.now()), perishable);
    }

    /** Seven in ten baskets hold one product (guess); dear goods are bought by the piece, cheap ones by weight of money. */
    private static List<OrderPart.Item> items(Market market, List<Product> offered, double value, Dice dice) {
        List<Product> left = new ArrayList<>(offered);
        double draw = dice.uniform();
        int count = Math.min(left.size(), draw < 0.7 ? 1 : draw < 0.92 ? 2 : 3);
        List<OrderPart.Item> items = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            Product product = left.remove(dice.below(left.size()));
            long packs = Math.max(1, Math.round(value / count / product.price()));
            long thousandths = packs * 1_000;
            if (product.pack().unit().equals("kg") && packs < 10 && dice.chance(0.3)) {
                thousandths += 500;
            }
            product.sold((int) packs);
            long gross = product.price() * thousandths / 1_000;
            long discount = dice.chance(0.12) ? Math.round(gross * dice.between(0.05, 0.15) / 1_000) * 1_000 : 0;
            var listing = product.listingOn(market);
            // Only the programme's own marketplaces tell the commodity; for the others the listing does.
            boolean told = market == Market.BUUDIEN || market == Market.VOSO;
            items.add(new OrderPart.Item(
                    Integer.toString(i),
                    listing.lineProductId(),
                    told ? product.goods().commodity().code() : null,
                    thousandths,
                    product.pack().unit(),
                    product.price(),
                    discount));
        }
        return items;
    }

    private OrderPart.Order order(long placedAt, Market market, OrderOrigin origin, Dice own) {
        Buyer buyer = Buyer.at(placedAt, market, own);
        long promised = WorkingTime.carrier(placedAt + (long) ((buyer.transitDays() * 1.3 + 1.6) * DAY));
        return new OrderPart.Order(
                market, OrderNumber.of(market, number, placedAt), origin, placedAt, promised, buyer, own);
    }
}
