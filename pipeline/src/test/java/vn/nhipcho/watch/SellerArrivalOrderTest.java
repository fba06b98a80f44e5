package vn.nhipcho.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.seller.SellerEvent;

/**
 * Design, section 5: any arrival order, any duplication and any checkpoints in between leave the same stages, days,
 * listings and alerts, withdrawn ones apart.
 */
class SellerArrivalOrderTest {

    @Property(tries = 200)
    void anyArrivalOrderLeavesTheSameStagesAndAlerts(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        List<SellerEvent> events = RandomSellerEvents.of(random);

        Map<String, Object> straight = play(events, null);
        Map<String, Object> shuffled = play(shuffledWithDuplicates(events, random), random);

        assertThat(straight.entrySet()).isNotEmpty();
        assertThat(without(straight, shuffled)).as("only in order").isEmpty();
        assertThat(without(shuffled, straight)).as("only shuffled").isEmpty();
    }

    private static Map<String, Object> without(Map<String, Object> all, Map<String, Object> others) {
        var left = new TreeMap<>(all);
        left.entrySet().removeAll(others.entrySet());
        return left;
    }

    private static Map<String, Object> play(List<SellerEvent> events, Random barriers) throws Exception {
        SellerFlow flow = SellerFlow.start();
        try {
            for (SellerEvent event : events) {
                flow.accept(event);
                if (barriers != null && barriers.nextInt(4) == 0) {
                    flow.barrier();
                }
                if (barriers != null && barriers.nextInt(40) == 0) {
                    flow = flow.restarted();
                }
            }
            flow.barrier();
            return tables(flow);
        } finally {
            flow.close();
        }
    }

    private static Map<String, Object> tables(SellerFlow flow) {
        var tables = new TreeMap<String, Object>();
        flow.sellers.forEach((key, row) -> tables.put("seller " + key, row.withVersion(0)));
        flow.stages.forEach((key, row) -> tables.put("stage " + key, row.before() + row.attribution()));
        flow.days.forEach((key, row) -> tables.put("day " + key, asList(row.counts()) + " " + row.attribution()));
        flow.listings.forEach((key, row) -> tables.put(
                "listing " + key,
                List.of(
                        row.commodity(),
                        row.publishedAt(),
                        String.valueOf(row.withdrawnAt()),
                        String.valueOf(row.price()),
                        String.valueOf(row.stock()),
                        row.attribution())));
        flow.shops.forEach((key, row) -> tables.put("shop " + key, row.shopId() + row.householdKey()));
        flow.alerts.forEach((key, row) -> {
            if (!row.state().equals("WITHDRAWN")) {
                tables.put("alert " + key, withoutHowItWasSent(row));
            }
        });
        return tables;
    }

    /** What was sent, and so whether it was entered late, may differ (design, section 5). */
    private static AlertRow withoutHowItWasSent(AlertRow row) {
        return new AlertRow(row.about(), row.state(), row.severity(), row.changedAt(), row.resolvedAt(), false, 0);
    }

    private static List<Long> asList(long[] counts) {
        var list = new ArrayList<Long>();
        for (long count : counts) {
            list.add(count);
        }
        return list;
    }

    private static List<SellerEvent> shuffledWithDuplicates(List<SellerEvent> events, Random random) {
        var all = new ArrayList<>(events);
        for (SellerEvent event : events) {
            if (random.nextInt(3) == 0) {
                all.add(event);
            }
        }
        Collections.shuffle(all, random);
        return all;
    }
}
