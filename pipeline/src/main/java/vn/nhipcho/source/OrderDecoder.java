package vn.nhipcho.source;

import static vn.nhipcho.deadletter.DeadLetterReason.OUT_OF_RANGE;
import static vn.nhipcho.deadletter.DeadLetterReason.WRONG_CURRENCY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;
import vn.nhipcho.model.EventRow;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.Topics;
import vn.nhipcho.registry.SchemaSource;

/** Decodes and checks records of {@code market.orders.v1}. An unknown status is accepted as {@code UNKNOWN}. */
public final class OrderDecoder implements EventDecoder<OrderPush> {
    public static final String STEP = "decode-orders";

    private final EventReader<OrderEvent> reader;
    private final StatusLookup statuses;
    private final String currency;

    /** @param currency the deployment's one currency, ISO 4217 */
    public OrderDecoder(SchemaSource registry, StatusLookup statuses, String currency) {
        this.reader = new EventReader<>(STEP, registry, OrderEvent.getClassSchema());
        this.statuses = statuses;
        this.currency = currency;
    }

    @Override
    public Decoded<OrderPush> decode(RawRecord record) {
        return reader.decode(record, this::check, OrderDecoder::history);
    }

    private OrderPush check(OrderEvent event, RawRecord record, long payloadHash) {
        checkCurrency(event.getCurrency());
        String platform = Texts.required("platform", event.getPlatform()).toLowerCase(Locale.ROOT);
        String statusRaw = Texts.required("status_raw", event.getStatusRaw());
        long timestamp = record.timestamp();
        return new OrderPush(
                platform,
                Texts.required("order_id", event.getOrderId()),
                sellerId(event),
                Texts.required("event_id", event.getEventId()),
                statuses.canonical(platform, statusRaw),
                statusRaw,
                Times.past("occurred_at", event.getOccurredAt(), timestamp),
                payloadHash,
                Times.pastOrNull("placed_at", event.getPlacedAt(), timestamp),
                lines(event.getLines()),
                Amounts.moneyOrNull("shipping_fee", event.getShippingFee()),
                Texts.optional("payment_method", event.getPaymentMethod()),
                Times.plannedOrNull("promised_at", event.getPromisedAt(), timestamp),
                Texts.optional("buyer_province", event.getBuyerProvince()),
                Times.plannedOrNull("confirm_by", event.getConfirmBy(), timestamp),
                Texts.optional("cancelled_by", event.getCancelledBy()),
                event.getOrigin() == null
                        ? null
                        : OrderPush.Origin.valueOf(event.getOrigin().name()),
                event.getStatusIsSnapshot(),
                record.source());
    }

    private void checkCurrency(String told) {
        if (told != null && !told.equals(currency)) {
            String what = told.matches("[A-Z]{3}") ? told : "no ISO 4217 code";
            throw new Refusal(WRONG_CURRENCY, "currency is " + what + ", this deployment counts in " + currency);
        }
    }

    /** An order without lines may have no seller; one with lines must have one. */
    private static String sellerId(OrderEvent event) {
        boolean hasLines = event.getLines() != null && !event.getLines().isEmpty();
        if (!hasLines && event.getSellerId().isEmpty()) {
            return "";
        }
        return Texts.required("seller_id", event.getSellerId());
    }

    private static List<Line> lines(List<OrderLine> told) {
        if (told == null) {
            return null;
        }
        var lines = new ArrayList<Line>(told.size());
        for (OrderLine line : told) {
            lines.add(line(line));
        }
        Amounts.checkTotals("lines", lines);
        checkDistinct(lines);
        return lines;
    }

    private static Line line(OrderLine line) {
        long quantity = Amounts.quantity("lines.quantity", line.getQuantity());
        long unitPrice = Amounts.money("lines.unit_price", line.getUnitPrice());
        Amounts.checkLineValue("lines", quantity, unitPrice);
        return new Line(
                Texts.required("lines.line_id", line.getLineId()),
                Texts.optional("lines.product_id", line.getProductId()),
                Texts.optional("lines.commodity", line.getCommodity()),
                quantity,
                Texts.required("lines.unit", line.getUnit()),
                unitPrice,
                Amounts.moneyOrZero("lines.discount", line.getDiscount()),
                Amounts.moneyOrZero("lines.shipping_fee", line.getShippingFee()));
    }

    private static void checkDistinct(List<Line> lines) {
        if (lines.size() < 2) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Line line : lines) {
            if (!seen.add(line.lineId())) {
                throw new Refusal(OUT_OF_RANGE, "two of " + lines.size() + " lines have the same line_id");
            }
        }
    }

    private static EventRow history(OrderPush push, RawRecord record, String event) {
        return new EventRow(
                Topics.ORDERS,
                push.platform() + ":" + push.orderId(),
                push.sellerId(),
                push.eventId(),
                push.occurredAt(),
                push.payloadHash(),
                record.timestamp(),
                event);
    }
}
