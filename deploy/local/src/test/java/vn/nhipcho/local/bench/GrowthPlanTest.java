package vn.nhipcho.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GrowthPlanTest {
    private final GrowthPlan plan = GrowthPlan.of(List.of(1200L, 60L));

    @Test
    void hasTheOrdersAskedForInStateWhenTheFirstWindowOfASizeBegins() {
        Set<Long> seen = new HashSet<>();
        Map<Long, Integer> whenAWindowBegins = new HashMap<>();
        for (long place = 0; place < plan.events(); place++) {
            whenAWindowBegins.put(place, seen.size());
            GrowthPlan.Event event = plan.at(place);
            assertThat(seen.add(event.order())).isEqualTo(event.push() == 0);
        }
        assertThat(plan.windows())
                .extracting(GrowthPlan.Window::orders, window -> whenAWindowBegins.get(window.start()))
                .containsExactly(tuple(60L, 60), tuple(60L, 65), tuple(1200L, 1200), tuple(1200L, 1300));
        assertThat(seen).hasSize(Math.toIntExact(plan.orders()));
    }

    @Test
    void measuresTwiceHalfAsManyEventsAsOrdersAndHalfAMillionAtMost() {
        assertThat(plan.windows()).extracting(GrowthPlan.Window::length).containsExactly(30L, 30L, 600L, 600L);
        assertThat(GrowthPlan.of(List.of(20_000_000L)).windows())
                .extracting(GrowthPlan.Window::length)
                .containsExactly(500_000L, 500_000L);
        assertThat(plan.events()).isEqualTo(60 + 2 * 30 + (1200 - 70) + 2 * 600);
    }

    @Test
    void movesInOneWindowOrdersThatLiveTheirLivesAndInTheOtherAnyInState() {
        GrowthPlan many = GrowthPlan.of(List.of(1_000_000L));
        GrowthPlan.Window recent = many.windows().get(0);
        GrowthPlan.Window anywhere = many.windows().get(1);

        long apart = many.orders() / GrowthPlan.PUSH_INTERVALS;
        assertThat(many.at(recent.start() + 6 * 100).order()).isEqualTo(1_000_100);
        assertThat(many.at(recent.start() + 6 * 100 + 5).order()).isEqualTo(1_000_100 - 5 * apart);
        assertThat(oldShare(many, recent)).isZero();
        assertThat(oldShare(many, anywhere)).isBetween(0.49, 0.51);
    }

    /** Of the pushes that are not an order's first, how many belong to the older half of the orders. */
    private static double oldShare(GrowthPlan plan, GrowthPlan.Window window) {
        return LongStream.range(window.start(), window.end())
                .mapToObj(plan::at)
                .filter(event -> event.push() > 0)
                .mapToInt(event -> event.order() < window.orders() / 2 ? 1 : 0)
                .average()
                .orElseThrow();
    }
}
