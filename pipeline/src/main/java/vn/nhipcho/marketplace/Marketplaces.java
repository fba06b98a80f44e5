package vn.nhipcho.marketplace;

import static vn.nhipcho.marketplace.Marketplace.ConfirmLimit.NOT_PUBLISHED;
import static vn.nhipcho.marketplace.Marketplace.ConfirmLimit.Unit.HOURS;
import static vn.nhipcho.marketplace.Marketplace.ConfirmLimit.Unit.PER_ORDER;
import static vn.nhipcho.marketplace.Marketplace.ConfirmLimit.Unit.WORKING_DAYS;

import java.util.List;
import java.util.Optional;
import vn.nhipcho.marketplace.Marketplace.ConfirmLimit;

/** The marketplaces, one line each; a new one also gets a column in {@code order_status_map.tsv}. */
public final class Marketplaces {
    public static final List<Marketplace> ALL = List.of(
            new Marketplace("buudien", "Buudien.vn", "Postmart.vn", true, NOT_PUBLISHED),
            new Marketplace("voso", "Voso.vn (Vỏ Sò)", "", true, NOT_PUBLISHED),
            // Shopee's "days to ship" (2 to 30, cancelled within 72 h after) is set by shop; no page for Vietnam was
            // found.
            new Marketplace("shopee", "Shopee", "", false, NOT_PUBLISHED),
            new Marketplace("lazada", "Lazada", "", false, limit(24, HOURS, "lazadavnpsc.zendesk.com 115007660488")),
            new Marketplace(
                    "tiktok_shop",
                    "TikTok Shop",
                    "",
                    false,
                    limit(2, WORKING_DAYS, "seller-th.tiktok.com 6837799362201346")),
            new Marketplace("tiki", "Tiki", "", false, limit(0, PER_ORDER, "Tiki open API, must_confirmed_before_at")),
            new Marketplace("olist", "Olist (public data set, Brazil)", "", false, NOT_PUBLISHED),
            new Marketplace("agmarknet", "Agmarknet (public data set, India)", "", false, NOT_PUBLISHED));

    private Marketplaces() {}

    public static Optional<Marketplace> byCode(String code) {
        return ALL.stream()
                .filter(marketplace -> marketplace.code().equals(code))
                .findFirst();
    }

    private static ConfirmLimit limit(int amount, ConfirmLimit.Unit unit, String source) {
        return new ConfirmLimit(amount, unit, source);
    }
}
