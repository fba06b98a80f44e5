package vn.nhipcho.seller;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.Line;
import vn.nhipcho.model.OrderPush;

/**
 * Where one of the seller's order parts was placed last.
 *
 * @param placedAtTold minimum over all pushes that tell it, or null
 * @param firstOccurredAt minimum of occurred_at over all pushes
 * @param products sorted; products of lines that carry no commodity, in any push
 * @param attribution as sent last
 * @param commodities as sent last, by product
 */
public record PartPlacement(
        String platform,
        String orderId,
        Long placedAtTold,
        long firstOccurredAt,
        List<String> products,
        Attribution attribution,
        Map<String, String> commodities) {

    static PartPlacement of(OrderPush push) {
        return new PartPlacement(
                push.platform(), push.orderId(), null, Long.MAX_VALUE, List.of(), Attribution.UNKNOWN, Map.of());
    }

    PartPlacement with(OrderPush push) {
        Long told = placedAtTold;
        if (push.placedAt() != null) {
            told = told == null ? push.placedAt() : Long.valueOf(Math.min(told, push.placedAt()));
        }
        return new PartPlacement(
                platform,
                orderId,
                told,
                Math.min(firstOccurredAt, push.occurredAt()),
                withProducts(push.lines()),
                attribution,
                commodities);
    }

    PartPlacement sent(Attribution newAttribution, Map<String, String> newCommodities) {
        return new PartPlacement(
                platform, orderId, placedAtTold, firstOccurredAt, products, newAttribution, newCommodities);
    }

    long placedAt() {
        return placedAtTold != null ? placedAtTold : firstOccurredAt;
    }

    private List<String> withProducts(List<Line> lines) {
        if (lines == null) {
            return products;
        }
        var all = new TreeSet<>(products);
        for (Line line : lines) {
            if (line.commodity() == null && line.productId() != null) {
                all.add(line.productId());
            }
        }
        return List.copyOf(all);
    }
}
