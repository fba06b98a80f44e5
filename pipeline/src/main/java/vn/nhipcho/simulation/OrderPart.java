package vn.nhipcho.simulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;
import vn.nhipcho.event.OrderOrigin;
import vn.nhipcho.model.Topics;

/**
 * One order at one seller on its way: sends each update when its time has come, and is forgotten after the last. The
 * first update tells everything; later ones only what changed, as marketplaces do.
 */
final class OrderPart implements Agenda.Happening {
    static final String SOURCE = "simulation";
    private static final String CURRENCY = "VND";

    /** What the parts of a basket share. */
    record Order(
            Market market,
            String orderId,
            OrderOrigin origin,
            long placedAt,
            long promisedAt,
            Buyer buyer,
            Dice dice) {}

    /**
     * A line.
     *
     * @param quantity thousandths of the unit
     * @param unitPrice đồng
     * @param discount đồng
     */
    record Item(
            String lineId,
            String productId,
            String commodity,
            long quantity,
            String unit,
            long unitPrice,
            long discount) {}

    private final Order order;
    private final String sellerId;
    private final int part;
    private final List<Item> items;
    private final long shippingFee;
    private List<OrderLife.Update> updates;
    private int next;

    OrderPart(Order order, String sellerId, int part, List<Item> items) {
        this.order = order;
        this.sellerId = sellerId;
        this.part = part;
        this.items = items;
        // Guess: 15,000 to 35,000 đồng by distance.
        this.shippingFee = 15_000 + Math.round(order.buyer.transitDays() * 6) * 1_000;
    }

    void send(Agenda agenda, Conduct conduct, boolean perishable) {
        var purchase =
                new OrderLife.Purchase(order.placedAt, order.market, order.buyer, conduct, items.size(), perishable);
        updates = OrderLife.of(purchase, order.dice.fork(100 + part));
        agenda.at(updates.get(0).at(), this);
    }

    @Override
    public void happen(Agenda agenda) {
        OrderLife.Update update = updates.get(next);
        agenda.emit(Topics.ORDERS, order.market.code() + ":" + order.orderId, event(agenda, update));
        if (++next < updates.size()) {
            agenda.at(updates.get(next).at(), this);
        }
    }

    private OrderEvent event(Agenda agenda, OrderLife.Update update) {
        boolean first = next == 0;
        Market market = order.market;
        return new OrderEvent(
                order.orderId + "-" + part + "-" + next,
                market.code(),
                order.orderId,
                sellerId,
                update.statusRaw(),
                agenda.nowInstant(),
                // Voso's feed tells no order time: its first update is the order.
                first && market != Market.VOSO ? Instant.ofEpochMilli(order.placedAt) : null,
                update.lines() < 0 ? null : lines(update.lines()),
                first && !market.sendsPerLine() ? Events.dong(shippingFee) : null,
                first ? CURRENCY : null,
                first ? order.buyer.paymentMethod() : null,
                first ? Instant.ofEpochMilli(order.promisedAt) : null,
                first ? order.buyer.province() : null,
                first ? Instant.ofEpochMilli(market.confirmBy(order.placedAt)) : null,
                update.cancelledBy(),
                first ? order.origin : null,
                false,
                SOURCE);
    }

    private List<OrderLine> lines(int count) {
        return items.subList(0, count).stream().map(this::line).toList();
    }

    private OrderLine line(Item item) {
        return new OrderLine(
                item.lineId,
                item.productId,
                item.commodity,
                BigDecimal.valueOf(item.quantity, 3),
                item.unit,
                Events.dong(item.unitPrice),
                item.discount == 0 ? null : Events.dong(item.discount),
                order.market.sendsPerLine() ? Events.dong(shippingFee) : null);
    }
}
