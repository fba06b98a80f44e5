package vn.nhipcho.alert;

import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.alert.AlertSettings.SellerStalled;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Span;
import vn.nhipcho.lifecycle.Stages;

/**
 * {@code seller_stalled}: given the seller's own rhythm, a gap this long has a probability below a threshold.
 *
 * <p>Orders are taken as a Poisson process whose rate differs between sellers by a Gamma(r, α) distribution. After x
 * repeat orders in a time t_x since the first one, the probability of no order up to T is ((α + t_x) / (α + T))^(r + x)
 * (Fader, Hardie and Lee, "Counting Your Customers" the Easy Way, 2005, section 3; design, section 5). Time is selling
 * time: it stands still out of season, while carriers rest and while the shop is shut.
 *
 * <p>The threshold is that of a stretch of time and not of a gap: who has an order a day has fifteen times the gaps of who
 * has one in a fortnight, and would be reported for nothing fifteen times as often, though both stop equally seldom.
 */
final class SellerStalledRule implements AlertRule {
    static final String NAME = "seller_stalled";
    private static final double DAY = 86_400_000.0;

    private final SellerStalled settings;
    private final Seasons seasons;

    SellerStalledRule(SellerStalled settings, Seasons seasons) {
        this.settings = settings;
        this.seasons = seasons;
    }

    @Override
    public List<Alert> judge(SellerCase seller, Stages stages, long until) {
        var alerts = new ArrayList<Alert>();
        var time = SellingTime.of(seller, seasons);
        long[] placedAt = seller.placedAt();
        long sold = 0;
        long notBefore = Long.MIN_VALUE;
        for (int order = 0; order < placedAt.length; order++) {
            if (order > 0) {
                sold += time.between(placedAt[order - 1], placedAt[order]);
            }
            if (order + 1 < settings.minOrders()) {
                continue;
            }
            var gap = new Gap(seller, time, order);
            long sellingTime = sold;
            long longest = longestUsualGap(order, sellingTime);
            if (gap.to() != Span.NEVER && gap.to() - gap.from() < longest) {
                continue;
            }
            long dueAt = Math.max(time.plus(gap.from(), longest), notBefore);
            var found = gap.alertsFrom(
                    dueAt, until, NAME, settings.severity(), openedAt -> finding(gap, sellingTime, openedAt));
            alerts.addAll(found);
            if (!found.isEmpty() && gap.to() != Span.NEVER) {
                notBefore = gap.to() + settings.reopenAfter().toMillis();
            }
        }
        return alerts;
    }

    /** Milliseconds of selling time after which no order has less than the threshold's probability. */
    private long longestUsualGap(int repeatOrders, long soldMillis) {
        double past = settings.priorAlphaDays() + soldMillis / DAY;
        double orders = settings.priorR() + repeatOrders;
        double gapsWithin = settings.within().toMillis() / DAY / (past / orders);
        double probability = 1 - Math.pow(1 - settings.probability(), 1 / gapsWithin);
        double factor = Math.pow(probability, -1 / orders);
        return (long) (past * (factor - 1) * DAY);
    }

    private Gap.Finding finding(Gap gap, long soldMillis, long openedAt) {
        // The seller's rhythm as the rule sees it: its own orders and what is usual of sellers.
        double usual = (settings.priorAlphaDays() + soldMillis / DAY) / (settings.priorR() + gap.lastOrder());
        double silent = Evidence.days(openedAt - gap.from());
        return new Gap.Finding(
                "Thường %s ngày có một đơn, nay đã %s ngày".formatted(Evidence.vi(usual), Evidence.vi(silent)),
                "Usually an order every %s days, now none for %s days"
                        .formatted(Evidence.en(usual), Evidence.en(silent)),
                new Evidence()
                        .put("orders", gap.orders())
                        .at("last_order_at", gap.from())
                        .put("usual_days", usual)
                        .put("silent_days", silent)
                        .put("silent_selling_days", Evidence.days(gap.time().between(gap.from(), openedAt)))
                        .put("probability", settings.probability())
                        .put(
                                "within_selling_days",
                                Evidence.days(settings.within().toMillis())));
    }
}
