package vn.nhipcho.alert;

import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Stages;

/** The rules over a seller's story, one line each; {@link FeedSilentRule} is about a platform and stands apart. */
public final class AlertRules {
    private final List<AlertRule> rules;

    private AlertRules(List<AlertRule> rules) {
        this.rules = rules;
    }

    public static AlertRules of(AlertSettings settings) {
        var rules = new AlertRules(new ArrayList<>());
        rules.add(
                settings.orderUnconfirmed().enabled(),
                new OrderUnconfirmedRule(settings.orderUnconfirmed(), settings.workingCalendar()));
        rules.add(
                settings.sellerStalled().enabled(),
                new SellerStalledRule(settings.sellerStalled(), settings.seasons()));
        settings.sellerQuiet()
                .forEach(quiet -> rules.add(quiet.enabled(), new SellerQuietRule(quiet, settings.seasons())));
        rules.add(
                settings.onboardingStalled().enabled(),
                new OnboardingStalledRule(settings.onboardingStalled(), settings.seasons()));
        return rules;
    }

    private void add(boolean enabled, AlertRule rule) {
        if (enabled) {
            rules.add(rule);
        }
    }

    public List<Alert> judge(SellerCase seller, Stages stages, long until) {
        var alerts = new ArrayList<Alert>();
        rules.forEach(rule -> alerts.addAll(rule.judge(seller, stages, until)));
        return alerts;
    }
}
