package vn.nhipcho.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcho.lifecycle.AStory.aStory;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.nhipcho.lifecycle.Span;

class SellingTimeTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final Seasons SEASONS = AlertSettings.standard(ZONE).seasons();
    /** SAU_RIENG is in season in March to May, QUYT about Tết, GAO all year. */
    private static final List<String> GOODS = List.of("SAU_RIENG", "QUYT", "GAO");

    @Test
    void aDayCountsByTheShareOfGoodsInSeason() {
        var time = SellingTime.of(Set.of("SAU_RIENG", "GAO"), SEASONS);

        assertThat(time.between(at("2026-05-22"), at("2026-06-01"))).isEqualTo(10 * DAY);
        assertThat(time.between(at("2026-06-01"), at("2026-06-11"))).isEqualTo(5 * DAY);
        assertThat(time.inSeasonBetween(at("2026-06-01"), at("2026-06-11"))).isEqualTo(10 * DAY);
        assertThat(time.plus(at("2026-05-22"), 15 * DAY)).isEqualTo(at("2026-06-11"));
        assertThat(time.plus(at("2026-05-22"), 10 * DAY)).isEqualTo(at("2026-06-01"));
    }

    @Test
    void standsStillWhileTheShopIsShut() {
        var story = aStory().selling("SAU_RIENG", "GAO")
                .order("2026-06-01T00:00:00Z")
                .account("SUSPENDED", "2026-06-10T17:00:00Z")
                .account("REINSTATED", "2026-06-20T17:00:00Z")
                .account("CLOSED", "2026-06-30T17:00:00Z");
        var time = SellingTime.of(story.told(), SEASONS);

        assertThat(time.between(at("2026-06-01"), at("2026-07-30"))).isEqualTo(10 * DAY);
        assertThat(time.plus(at("2026-06-01"), 7 * DAY)).isEqualTo(at("2026-06-25"));
        assertThat(time.plus(at("2026-06-01"), 10 * DAY + 1)).isEqualTo(Span.NEVER);
    }

    @Property(tries = 300)
    void plusIsTheEarliestMomentByWhichSoMuchHasPassed(
            @ForAll @Size(min = 1, max = 3) Set<@LongRange(max = 2) Long> goods,
            @ForAll @LongRange(min = 1_700_000_000_000L, max = 1_800_000_000_000L) long from,
            @ForAll @LongRange(min = 1, max = 50_000_000_000L) long amount) {
        var codes = new java.util.TreeSet<String>();
        goods.forEach(good -> codes.add(GOODS.get(good.intValue())));
        var time = SellingTime.of(codes, SEASONS);

        long to = time.plus(from, amount);

        assertThat(time.between(from, to)).isGreaterThanOrEqualTo(amount);
        assertThat(time.between(from, to - 1)).isLessThan(amount);
    }

    private static long at(String day) {
        return LocalDate.parse(day).atStartOfDay(ZONE).toInstant().toEpochMilli();
    }
}
