package vn.nhipcho.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import vn.nhipcho.alert.AlertSettings.FeedSilent;
import vn.nhipcho.reference.Dictionary;

/**
 * {@code feed_silent}: a platform has sent nothing for N hours of its usual day. The one rule by processing time, and the
 * one alert when a feed is away: the rules over sellers look at the platform's clock, which stands still then.
 */
public final class FeedSilentRule {
    static final String NAME = "feed_silent";

    private final FeedSilent settings;
    private final DailyHours usualDay;

    public FeedSilentRule(FeedSilent settings, ZoneId zone) {
        this.settings = settings;
        this.usualDay = new DailyHours(zone, settings.from(), settings.to());
    }

    public boolean enabled() {
        return settings.enabled();
    }

    /** When a platform that was heard last at an instant (milliseconds, processing time) counts as silent. */
    public long silentAt(String platform, long lastHeardAt) {
        return usualDay.plus(Instant.ofEpochMilli(lastHeardAt), settings.silentFor(platform))
                .toEpochMilli();
    }

    /** @param heardAgainAt null: still silent */
    public Alert alert(String platform, long lastHeardAt, long openedAt, Long heardAgainAt) {
        String hours = Evidence.en((openedAt - lastHeardAt) / 3_600_000.0);
        return new Alert(
                NAME,
                platform,
                "",
                settings.severity(),
                openedAt,
                null,
                heardAgainAt,
                true,
                new Alert.Concern(platform, "", List.of(), null, null, ""),
                new Alert.Texts(
                        "Sàn %s không gửi dữ liệu %s giờ; số liệu của sàn dừng lại, không báo gian hàng ngưng trệ"
                                .formatted(platform, hours.replace('.', ',')),
                        "Platform %s has sent nothing for %s hours; its figures stand still and no seller is reported"
                                .formatted(platform, hours),
                        new Evidence().at("last_heard_at", lastHeardAt).json(),
                        Dictionary.vietnamese("next_step", NAME)));
    }
}
