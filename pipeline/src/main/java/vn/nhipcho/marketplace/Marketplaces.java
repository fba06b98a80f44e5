package vn.nhipcho.marketplace;

import java.util.List;
import java.util.Optional;

/** The marketplaces, one line each; a new one also gets a column in {@code order_status_map.tsv}. */
public final class Marketplaces {
    public static final List<Marketplace> ALL = List.of(
            new Marketplace("buudien", "Buudien.vn", "Postmart.vn", true),
            new Marketplace("voso", "Voso.vn (Vỏ Sò)", "", true),
            new Marketplace("shopee", "Shopee", "", false),
            new Marketplace("lazada", "Lazada", "", false),
            new Marketplace("tiktok_shop", "TikTok Shop", "", false),
            new Marketplace("tiki", "Tiki", "", false),
            new Marketplace("olist", "Olist (public data set, Brazil)", "", false),
            new Marketplace("agmarknet", "Agmarknet (public data set, India)", "", false));

    private Marketplaces() {}

    public static Optional<Marketplace> byCode(String code) {
        return ALL.stream()
                .filter(marketplace -> marketplace.code().equals(code))
                .findFirst();
    }
}
