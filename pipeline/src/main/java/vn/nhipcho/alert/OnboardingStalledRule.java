package vn.nhipcho.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.nhipcho.alert.AlertSettings.OnboardingStalled;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Span;
import vn.nhipcho.lifecycle.Stage;
import vn.nhipcho.lifecycle.Stages;
import vn.nhipcho.reference.Dictionary;

/**
 * {@code onboarding_stalled}: registered, activated or listed, and not at the next stage after N days. Sellers whose
 * account was only ever opened and activated in bulk are counts by commune, not alerts (design, section 8).
 */
final class OnboardingStalledRule implements AlertRule {
    static final String NAME = "onboarding_stalled";

    private final OnboardingStalled settings;
    private final Seasons seasons;

    OnboardingStalledRule(OnboardingStalled settings, Seasons seasons) {
        this.settings = settings;
        this.seasons = seasons;
    }

    @Override
    public List<Alert> judge(SellerCase seller, Stages stages, long until) {
        Long firstOwnAct = seller.firstOwnAct();
        if (firstOwnAct == null) {
            return List.of();
        }
        var time = SellingTime.of(seller, seasons);
        var alerts = new ArrayList<Alert>();
        for (Stage stage : List.of(Stage.REGISTERED, Stage.ACTIVATED, Stage.LISTED)) {
            Long reachedAt = stages.reached().get(stage);
            if (reachedAt == null) {
                continue;
            }
            long next = nextStageAt(stage, stages.reached());
            // From its own first act on: before, its account was one of a bulk.
            long since = Math.max(reachedAt, firstOwnAct);
            long dueAt = since + Duration.ofDays(days(stage)).toMillis();
            for (Span span : time.reportable(new Span(dueAt, next), until)) {
                alerts.add(alert(seller, stage, reachedAt, next, span));
            }
        }
        return alerts;
    }

    private int days(Stage stage) {
        return switch (stage) {
            case REGISTERED -> settings.registeredDays();
            case ACTIVATED -> settings.activatedDays();
            default -> settings.listedDays();
        };
    }

    private static long nextStageAt(Stage stage, Map<Stage, Long> reached) {
        long next = Span.NEVER;
        for (var other : reached.entrySet()) {
            if (other.getKey().compareTo(stage) > 0) {
                next = Math.min(next, other.getValue());
            }
        }
        return next;
    }

    private Alert alert(SellerCase seller, Stage stage, long reachedAt, long next, Span span) {
        String days = Evidence.en(Evidence.days(span.from() - reachedAt));
        String platform = seller.platforms().isEmpty()
                ? seller.accounts().platforms().stream().findFirst().orElse("")
                : seller.platforms().iterator().next();
        boolean ends = span.to() != Span.NEVER;
        return new Alert(
                NAME,
                seller.sellerId(),
                seller.sellerId(),
                settings.severity(),
                span.from(),
                null,
                ends ? Long.valueOf(span.to()) : null,
                ends && (span.to() == next || seller.doors().shutAt(span.to())),
                new Alert.Concern(platform, seller.accounts().shopOn(platform), List.of(), null, null, ""),
                new Alert.Texts(
                        reasonVi(stage).formatted(days),
                        reasonEn(stage).formatted(days),
                        new Evidence()
                                .at("stage_since", reachedAt)
                                .put("threshold_days", days(stage))
                                .json(),
                        Dictionary.vietnamese("next_step", stage.name())));
    }

    private static String reasonVi(Stage stage) {
        return switch (stage) {
            case REGISTERED -> "Đã đăng ký %s ngày, chưa kích hoạt tài khoản";
            case ACTIVATED -> "Đã kích hoạt %s ngày, chưa đăng sản phẩm nào";
            default -> "Đã đăng sản phẩm %s ngày, chưa có đơn đầu tiên";
        };
    }

    private static String reasonEn(Stage stage) {
        return switch (stage) {
            case REGISTERED -> "Registered %s days ago, the account is not activated";
            case ACTIVATED -> "Activated %s days ago, nothing is listed";
            default -> "Listed %s days ago, no first order";
        };
    }
}
