package vn.nhipcho.alert;

import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.alert.AlertSettings.SellerStalled;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Span;
import vn.nhipcho.lifecycle.Stages;

/**
 * {@code seller_stalled}: by the seller's own rhythm and by how long sellers go on at all, the seller has stopped with at
 * least a given probability ({@link Silence}).
 *
 * <p>Time is {@link SellingTime}: it stands still out of season, while carriers rest and while the shop is shut, and runs
 * at half its pace while half of the seller's goods are in season.
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
        long sold = 0;
        long notBefore = Long.MIN_VALUE;
        for (int order = 0; order < seller.placedAt().length; order++) {
            var gap = new Gap(seller, time, order);
            boolean ended = gap.to() != Span.NEVER;
            long gapSold = ended ? time.between(gap.from(), gap.to()) : Long.MAX_VALUE;
            if (gap.orders() >= settings.minOrders()) {
                var silence = silence(order, sold);
                if (!ended || silence.stopped(gapSold / DAY) >= settings.probability()) {
                    long enough = (long) (silence.daysUntil(settings.probability()) * DAY);
                    long dueAt = Math.max(time.plus(gap.from(), enough), notBefore);
                    var found = gap.alertsFrom(
                            dueAt, until, NAME, settings.severity(), openedAt -> finding(gap, silence, openedAt));
                    alerts.addAll(found);
                    if (!found.isEmpty() && ended) {
                        notBefore = gap.to() + settings.reopenAfter().toMillis();
                    }
                }
            }
            sold += gapSold;
        }
        return alerts;
    }

    private Silence silence(int repeatOrders, long soldMillis) {
        return new Silence(
                settings.priorR() + repeatOrders,
                settings.priorAlphaDays() + soldMillis / DAY,
                settings.priorLifeDays());
    }

    private Gap.Finding finding(Gap gap, Silence silence, long openedAt) {
        double silent = Evidence.days(openedAt - gap.from());
        double sold = Evidence.days(gap.time().between(gap.from(), openedAt));
        double inSeason = Evidence.days(gap.time().inSeasonBetween(gap.from(), openedAt));
        // As many of the seller's goods as were in season since: a rhythm of all of them would look too brisk.
        double usual = sold == 0 ? silence.usualDays() : silence.usualDays() * inSeason / sold;
        return new Gap.Finding(
                "Thường %s ngày có một đơn, nay đã %s ngày".formatted(Evidence.vi(usual), Evidence.vi(silent)),
                "Usually an order every %s days, now none for %s days"
                        .formatted(Evidence.en(usual), Evidence.en(silent)),
                new Evidence()
                        .put("orders", gap.orders())
                        .at("last_order_at", gap.from())
                        .put("usual_days", usual)
                        .put("silent_days", silent)
                        .put("silent_selling_days", sold)
                        .put("stopped_probability", silence.stopped(sold)));
    }
}
