package vn.nhipcho.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.alert.AlertSettings.SellerQuiet;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Stages;

/**
 * {@code seller_quiet_30}, {@code _60}: the seller has had at least two distinct orders ever and none was placed for more
 * than N × 24 h, whatever became of them (design, section 5).
 */
final class SellerQuietRule implements AlertRule {
    private final SellerQuiet settings;
    private final Seasons seasons;

    SellerQuietRule(SellerQuiet settings, Seasons seasons) {
        this.settings = settings;
        this.seasons = seasons;
    }

    @Override
    public List<Alert> judge(SellerCase seller, Stages stages, long until) {
        var alerts = new ArrayList<Alert>();
        var time = SellingTime.of(seller, seasons);
        for (int order = settings.minOrders() - 1; order < seller.placedAt().length; order++) {
            var gap = new Gap(seller, time, order);
            long dueAt = gap.from() + Duration.ofDays(settings.days()).toMillis();
            alerts.addAll(gap.alertsFrom(
                    dueAt, until, settings.name(), settings.severity(), openedAt -> finding(gap, openedAt)));
        }
        return alerts;
    }

    private Gap.Finding finding(Gap gap, long openedAt) {
        double quiet = Evidence.days(openedAt - gap.from());
        return new Gap.Finding(
                "Đã có %d đơn, nay %s ngày chưa có đơn mới".formatted(gap.orders(), Evidence.vi(quiet)),
                "Had %d orders, none for %s days".formatted(gap.orders(), Evidence.en(quiet)),
                new Evidence()
                        .put("orders", gap.orders())
                        .at("last_order_at", gap.from())
                        .put("quiet_days", quiet)
                        .put("threshold_days", settings.days()));
    }
}
