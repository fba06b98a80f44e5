package vn.nhipcho.local.failures;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A seller's listings as they are in the end, each field as told last. Knows no day before that. */
record ListingOracle(SellerStory seller, List<String> where) {
    static final String LISTINGS = "SELECT platform, listing_id, seller_id, product_id, commodity, "
            + Held.millis("published_at, changed_at, withdrawn_at")
            + ", toInt64(l.price * 100), unit, toInt64(l.stock * 1000), ocop_stars, ocop_certificate, ocop_valid_from,"
            + " ocop_valid_to, " + Held.PLACE + " FROM market.listings AS l";

    TreeSet<String> rows() {
        return seller.listings.values().stream().map(this::row).collect(Collectors.toCollection(TreeSet::new));
    }

    private String row(List<JsonNode> oldestFirst) {
        JsonNode first = oldestFirst.get(0);
        JsonNode last = oldestFirst.get(oldestFirst.size() - 1);
        String listing = text(last, "listing_id");
        return Stream.of(
                        text(last, "platform"),
                        listing,
                        seller.id,
                        // An event without one tells that it is the listing's.
                        Objects.requireNonNullElse(text(last, "product_id"), listing),
                        told(oldestFirst, "commodity", "(none)"),
                        Oracle.occurredAt(first),
                        Oracle.occurredAt(last),
                        Oracle.orNull(withdrawnAt(oldestFirst)),
                        scaled(oldestFirst, "price", 2),
                        told(oldestFirst, "unit", ""),
                        scaled(oldestFirst, "stock", 3),
                        told(oldestFirst, "ocop_stars", "\\N"),
                        told(oldestFirst, "ocop_certificate", ""),
                        told(oldestFirst, "ocop_valid_from", "\\N"),
                        told(oldestFirst, "ocop_valid_to", "\\N"),
                        String.join("\t", where))
                .map(Object::toString)
                .collect(Collectors.joining("\t"));
    }

    /** The first of the withdrawals that nothing but withdrawals follow; null: on sale. */
    private static Long withdrawnAt(List<JsonNode> oldestFirst) {
        int next = oldestFirst.size();
        while (next > 0 && text(oldestFirst.get(next - 1), "kind").equals("WITHDRAWN")) {
            next--;
        }
        return next == oldestFirst.size() ? null : (Long) Oracle.occurredAt(oldestFirst.get(next));
    }

    private static String told(List<JsonNode> oldestFirst, String field, String otherwise) {
        return Objects.requireNonNullElse(newest(oldestFirst, field), otherwise);
    }

    private static String scaled(List<JsonNode> oldestFirst, String field, int digits) {
        String told = newest(oldestFirst, field);
        return told == null ? "\\N" : Long.toString(Oracle.scaled(new BigDecimal(told), digits));
    }

    private static String newest(List<JsonNode> oldestFirst, String field) {
        return SellerStory.newest(oldestFirst, event -> text(event, field));
    }

    private static String text(JsonNode event, String field) {
        return Oracle.text(event, field);
    }
}
