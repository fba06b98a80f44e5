package vn.nhipcho.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.lifecycle.SellerCase;

/**
 * The rule of a spreadsheet: no order for N times 24 hours. It knows orders alone, no season, no holiday and no shop that
 * is shut; what the rules of the job are measured against.
 */
record FixedDays(int days, int minOrders) {
    String name() {
        return "fixed_" + days;
    }

    List<Call> calls(SellerCase seller, long end) {
        var calls = new ArrayList<Call>();
        long[] placedAt = seller.placedAt();
        for (int order = minOrders - 1; order < placedAt.length; order++) {
            long dueAt = placedAt[order] + Duration.ofDays(days).toMillis();
            long next = order + 1 < placedAt.length ? placedAt[order + 1] : Long.MAX_VALUE;
            if (dueAt < next && dueAt < end) {
                String district = seller.attributionAt(dueAt).place().district();
                calls.add(new Call(name(), seller.sellerId(), district, dueAt, dueAt, next, false));
            }
        }
        return calls;
    }
}
