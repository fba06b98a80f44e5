package vn.nhipcho.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrowthPlanTest {
    private final GrowthPlan plan = GrowthPlan.of(List.of(100L, 40L));

    @Test
    void hasTheOrdersAskedForInStateWhenEachWindowBegins() {
        Set<Long> seen = new HashSet<>();
        for (GrowthPlan.Stage stage : plan.stages()) {
            for (long place = stage.start(); place < stage.windowStart(); place++) {
                GrowthPlan.Event event = plan.at(place);
                assertThat(event.push()).isZero();
                assertThat(seen.add(event.order())).isTrue();
            }
            assertThat(seen).hasSize(Math.toIntExact(stage.orders()));
            for (long place = stage.windowStart(); place < stage.end(); place++) {
                GrowthPlan.Event event = plan.at(place);
                assertThat(seen.add(event.order())).isEqualTo(event.push() == 0);
            }
        }
        assertThat(plan.stages()).extracting(GrowthPlan.Stage::orders).containsExactly(40L, 100L);
        assertThat(seen).hasSize(Math.toIntExact(plan.orders()));
    }

    @Test
    void measuresOverHalfAsManyEventsAsOrdersAndHalfAMillionAtMost() {
        assertThat(plan.stages()).extracting(GrowthPlan.Stage::window).containsExactly(20L, 50L);
        assertThat(GrowthPlan.of(List.of(20_000_000L)).stages())
                .extracting(GrowthPlan.Stage::window)
                .containsExactly(500_000L);
        assertThat(plan.events()).isEqualTo(40 + 20 + (100 - 44) + 50);
    }

    @Test
    void movesOrdersFromAnywhereInState() {
        GrowthPlan many = GrowthPlan.of(List.of(1_000_000L));
        GrowthPlan.Stage large = many.stages().get(0);
        long old = 0;
        long pushes = 0;
        for (long place = large.windowStart(); place < large.end(); place++) {
            GrowthPlan.Event event = many.at(place);
            if (event.push() > 0) {
                pushes++;
                old += event.order() < large.orders() / 2 ? 1 : 0;
            }
        }
        assertThat((double) old / pushes).isBetween(0.49, 0.51);
    }
}
