package vn.nhipcho.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.alert.AlertSettings.OrderUnconfirmed;
import vn.nhipcho.lifecycle.OrderTrace;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Span;
import vn.nhipcho.lifecycle.Stages;
import vn.nhipcho.reference.Dictionary;

/**
 * {@code order_unconfirmed}: an order waits for the seller longer than a share of the marketplace's limit, and becomes
 * urgent some hours before the limit, after which the marketplace cancels it (brief, 3.2; design, section 8). Resolves
 * when the order moves on or is cancelled.
 */
final class OrderUnconfirmedRule implements AlertRule {
    static final String NAME = "order_unconfirmed";

    private final OrderUnconfirmed settings;
    private final WorkingCalendar calendar;

    OrderUnconfirmedRule(OrderUnconfirmed settings, WorkingCalendar calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    @Override
    public List<Alert> judge(SellerCase seller, Stages stages, long until) {
        var alerts = new ArrayList<Alert>();
        for (OrderTrace order : seller.orders()) {
            Long deadline = deadline(order);
            if (deadline == null) {
                continue;
            }
            long warnAt = warnAt(order, deadline);
            long movedOnAt = order.movedOnAt() == null ? Span.NEVER : order.movedOnAt();
            for (Span span : new Span(warnAt, movedOnAt).without(seller.doors().shut())) {
                alerts.add(alert(seller, order, deadline, span));
            }
        }
        return alerts;
    }

    /** When the marketplace will cancel the order; null: it has no limit, or the order does not wait for the seller. */
    private Long deadline(OrderTrace order) {
        if (order.awaitingAt() == null) {
            return null;
        }
        if (order.confirmBy() != null) {
            return order.confirmBy();
        }
        return settings.limitOf(order.platform())
                .after(Instant.ofEpochMilli(order.awaitingAt()), calendar)
                .map(Instant::toEpochMilli)
                .orElse(null);
    }

    /** A share of the limit in the limit's own time; of a deadline that the marketplace sent, of the time up to it. */
    private long warnAt(OrderTrace order, long deadline) {
        if (order.confirmBy() != null) {
            long limit = Math.max(0, deadline - order.awaitingAt());
            return order.awaitingAt() + (long) (limit * settings.warnAtShareOfLimit());
        }
        return settings.limitOf(order.platform())
                .after(Instant.ofEpochMilli(order.awaitingAt()), settings.warnAtShareOfLimit(), calendar)
                .orElseThrow()
                .toEpochMilli();
    }

    private Alert alert(SellerCase seller, OrderTrace order, long deadline, Span span) {
        long escalatesAt =
                Math.max(span.from(), deadline - settings.escalateBefore().toMillis());
        String waited = Evidence.en((span.from() - order.awaitingAt()) / 3_600_000.0);
        boolean ends = span.to() != Span.NEVER;
        return new Alert(
                NAME,
                order.platform() + ':' + order.orderId(),
                seller.sellerId(),
                settings.severity(),
                span.from(),
                escalatesAt,
                ends ? Long.valueOf(span.to()) : null,
                true,
                new Alert.Concern(
                        order.platform(),
                        seller.accounts().shopOn(order.platform()),
                        List.of(order.orderId()),
                        deadline,
                        order.value(),
                        ""),
                new Alert.Texts(
                        "Đơn chờ người bán xác nhận đã %s giờ".formatted(waited.replace('.', ',')),
                        "An order has waited for the seller for %s hours".formatted(waited),
                        new Evidence()
                                .at("waiting_since", order.awaitingAt())
                                .at("deadline", deadline)
                                .json(),
                        Dictionary.vietnamese("next_step", NAME)));
    }
}
