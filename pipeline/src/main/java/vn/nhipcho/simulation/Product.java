package vn.nhipcho.simulation;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/**
 * One product of a seller and how its shops show it today. Price and stock change; what it is does not.
 */
final class Product {
    private final Goods goods;
    private final Goods.Pack pack;
    /** Where in the range of farm-gate prices this seller's goods lie. */
    private final double quality;
    /** Guess: shops ask 30 to 80 % more than the farm gate, for sorting, packing and fees. */
    private final double markup;

    private final int usualStock;
    private final List<Listing> listings;
    private Certificate certificate;
    private long price;
    private int stock;
    private boolean visible;

    /**
     * How one shop shows the product.
     *
     * @param productId null where the marketplace's order lines refer to the listing itself
     */
    record Listing(Trader.Shop shop, String listingId, String productId) {
        String lineProductId() {
            return productId == null ? listingId : productId;
        }
    }

    /** An OCOP certificate holds for three years (brief 4.3); the number is invented. */
    record Certificate(String number, int stars, LocalDate validFrom) {
        LocalDate validTo() {
            return validFrom.plusYears(3).minusDays(1);
        }
    }

    Product(Goods goods, List<Trader.Shop> shops, Certificate certificate, double orderScale, Dice dice) {
        this.goods = goods;
        this.pack = dice.pick(goods.packs(), Goods.Pack::share);
        this.quality = dice.between(0.1, 0.9);
        this.markup = dice.between(1.3, 1.8);
        this.usualStock = (int) Math.min(100_000, dice.between(20, 250) * Math.max(1, orderScale));
        this.certificate = certificate;
        this.listings = shops.stream()
                .map(shop -> listing(shop, dice.fork(shop.market().ordinal())))
                .toList();
    }

    private static Listing listing(Trader.Shop shop, Dice dice) {
        String id = Long.toString(1_000_000_000L + (dice.next() >>> 20));
        boolean ownProductId = shop.market() == Market.LAZADA || shop.market() == Market.TIKTOK_SHOP;
        return new Listing(shop, id, ownProductId ? "SKU-" + Long.toString(dice.next() >>> 30, 36) : null);
    }

    Goods goods() {
        return goods;
    }

    Goods.Pack pack() {
        return pack;
    }

    List<Listing> listings() {
        return listings;
    }

    Listing listingOn(Market market) {
        for (Listing listing : listings) {
            if (listing.shop().market() == market) {
                return listing;
            }
        }
        throw new IllegalStateException("no listing on " + market.code());
    }

    Certificate certificate() {
        return certificate;
    }

    /** Đồng for one pack. */
    long price() {
        return price;
    }

    int stock() {
        return stock;
    }

    boolean visible() {
        return visible;
    }

    boolean sellable() {
        return visible && stock > 0;
    }

    boolean inSeason(Month month) {
        return goods.inSeason(month);
    }

    void show() {
        visible = true;
        stock = usualStock;
    }

    void hide() {
        visible = false;
    }

    void sellOut() {
        stock = 0;
    }

    void sold(int packs) {
        stock = Math.max(0, stock - packs);
    }

    boolean scarce() {
        return stock * 4 < usualStock;
    }

    void restock() {
        stock = usualStock;
    }

    void renew(Certificate renewed) {
        certificate = renewed;
    }

    /** The price of a month: dearer out of season; true when it changed by more than 4 %. */
    boolean reprice(long day, double factor) {
        double season = goods.inSeason(VietnamTime.month(day))
                        && goods.commodity().season().size() < 12
                ? -0.1
                : 0.05;
        double wave = 0.15 * StrictMath.sin(quality * 50 + day / 58.0);
        double place = Math.max(0, Math.min(1, quality + season + wave));
        double unit = goods.low() + (goods.high() - goods.low()) * place;
        double asked = unit * pack.units() * (goods.listPrice() ? 1 : markup) * factor;
        long step = asked < 20_000 ? 500 : 1_000;
        long rounded = Math.max(step, Math.round(asked / step) * step);
        if (price != 0 && Math.abs(rounded - price) * 25 < price) {
            return false;
        }
        price = rounded;
        return true;
    }
}
