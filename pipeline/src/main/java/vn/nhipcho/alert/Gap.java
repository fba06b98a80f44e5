package vn.nhipcho.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import vn.nhipcho.lifecycle.OrderTrace;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Span;

/**
 * The time after one of a seller's orders in which no other one came, which the rules about stalls look at.
 *
 * @param lastOrder index of the order before the gap
 */
record Gap(SellerCase seller, SellingTime time, int lastOrder) {

    /** What a rule says of the gap. */
    record Finding(String reasonVi, String reasonEn, Evidence evidence) {}

    /** Milliseconds. */
    long from() {
        return seller.placedAt()[lastOrder];
    }

    /** The next order's placed_at, or {@link Span#NEVER}. */
    long to() {
        return lastOrder + 1 < seller.placedAt().length ? seller.placedAt()[lastOrder + 1] : Span.NEVER;
    }

    /** Orders up to the gap. */
    int orders() {
        return lastOrder + 1;
    }

    /** The alerts that stand from an instant to the gap's end, wherever the seller may be reported. */
    List<Alert> alertsFrom(long dueAt, long until, String rule, Severity severity, LongFunction<Finding> finding) {
        if (dueAt == Span.NEVER || dueAt >= to()) {
            return List.of();
        }
        var alerts = new ArrayList<Alert>();
        for (Span span : time.reportable(new Span(dueAt, to()), until)) {
            alerts.add(alert(span, rule, severity, finding.apply(span.from())));
        }
        return alerts;
    }

    private Alert alert(Span span, String rule, Severity severity, Finding finding) {
        OrderTrace last = seller.orders().get(lastOrder);
        Cause cause = Cause.of(seller, span.from());
        return new Alert(
                rule,
                seller.sellerId(),
                seller.sellerId(),
                severity,
                span.from(),
                null,
                span.to() == Span.NEVER ? null : Long.valueOf(span.to()),
                span.to() == to() || seller.doors().shutAt(span.to()),
                new Alert.Concern(
                        last.platform(),
                        seller.accounts().shopOn(last.platform()),
                        List.of(last.orderId()),
                        null,
                        null,
                        cause.code()),
                new Alert.Texts(
                        finding.reasonVi(),
                        finding.reasonEn(),
                        finding.evidence().json(),
                        cause.nextStep()));
    }
}
