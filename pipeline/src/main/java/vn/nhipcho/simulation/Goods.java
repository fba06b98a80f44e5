package vn.nhipcho.simulation;

import java.time.Month;
import java.util.List;
import java.util.Set;
import vn.nhipcho.reference.Commodities;
import vn.nhipcho.reference.Commodity;

/**
 * A commodity as sellers offer it.
 *
 * @param share how many of the sellers offer it; a guess, as are the districts beside those of brief 4
 * @param districts old districts where it is four times as common
 * @param gift bought for Tết
 * @param low usual farm-gate price in đồng of one unit of {@code Pack.units}, or list price of processed goods
 */
record Goods(
        Commodity commodity,
        double share,
        Set<String> districts,
        boolean gift,
        long low,
        long high,
        boolean listPrice,
        List<Pack> packs) {

    /**
     * A unit of sale.
     *
     * @param units how many units of the farm-gate price are in it
     */
    record Pack(String unit, double units, double share) {}

    static List<Goods> of(Commodities commodities) {
        Catalogue list = new Catalogue(commodities);
        return List.of(
                list.goods("KHOM", 0.10, true, "930", pack("trái", 1, 3), pack("kg", 0.83, 1)),
                list.goods(
                        "BUOI_NR",
                        0.12,
                        true,
                        "933",
                        pack("kg", 1, 3),
                        pack("trái", 1.2, 1),
                        pack("cặp", 2.4, 1),
                        pack("thùng 10kg", 10, 1)),
                list.goods("CHANH_KH", 0.12, false, "932 933", pack("kg", 1, 3), pack("thùng 5kg", 5, 1)),
                list.goods("MANG_CAU", 0.06, true, "931 934", pack("kg", 1, 3), pack("trái", 1, 1)),
                list.goods("MIT", 0.09, false, "932 933 934", pack("kg", 1, 2), pack("trái", 10, 1)),
                list.goods("SAU_RIENG", 0.04, false, "932", pack("kg", 1, 2), pack("trái", 3, 1)),
                list.goods(
                        "XOAI",
                        0.05,
                        false,
                        "932 934",
                        pack("kg", 1, 2),
                        pack("thùng 5kg", 5, 1),
                        pack("thùng", 5, 0.3)),
                list.goods(
                        "CAM",
                        0.07,
                        true,
                        "931 934",
                        pack("kg", 1, 3),
                        pack("chục", 2.5, 1),
                        pack("thùng 10kg", 10, 1)),
                list.goods("QUYT", 0.03, true, "936 937", pack("kg", 1, 2), pack("chục", 1.2, 1)),
                list.goods("LUA", 0.005, false, "935 936", pack("giạ", 20, 1)),
                list.goods(
                        "GAO",
                        0.08,
                        false,
                        "935 936",
                        pack("kg", 1, 1),
                        pack("túi 5kg", 5, 3),
                        pack("bao 25kg", 25, 0.3)),
                list.goods(
                        "CA_TL",
                        0.10,
                        true,
                        "934 937",
                        pack("hộp 500g", 0.5, 3),
                        pack("túi 500g", 0.5, 1),
                        pack("kg", 1, 1)),
                list.goods("LUON", 0.03, false, "934 935 936", pack("kg", 1, 1)),
                list.goods("MIA", 0.01, false, "934", pack("chục", 12, 1), pack("kg", 1, 1)),
                list.priced(
                        "CHE_BIEN", 0.13, 35_000, 140_000, pack("hộp", 1, 2), pack("chai", 1, 1), pack("gói", 0.7, 1)),
                list.priced("KHAC", 0.01, 20_000, 60_000, pack("kg", 1, 1)));
    }

    boolean inSeason(Month month) {
        return commodity.inSeason(month);
    }

    /** Guess: goods of a short season are bought the more while it lasts. */
    double briskness() {
        return StrictMath.pow(12.0 / commodity.season().size(), 0.6);
    }

    double commonIn(String district) {
        return districts.contains(district) ? 4 * share : share;
    }

    /** Fresh goods spoil on the way: found for lychee after three days (brief 3.1). */
    boolean perishable() {
        return commodity.shelfLifeDays() <= 5;
    }

    private static Pack pack(String unit, double units, double share) {
        return new Pack(unit, units, share);
    }

    private record Catalogue(Commodities commodities) {
        Goods goods(String code, double share, boolean gift, String districts, Pack... packs) {
            Commodity commodity = commodities.byCode(code).orElseThrow();
            return new Goods(
                    commodity,
                    share,
                    Set.of(districts.split(" ")),
                    gift,
                    commodity.farmgateLow(),
                    commodity.farmgateHigh(),
                    false,
                    List.of(packs));
        }

        /** Goods without a farm-gate price; the list prices are guesses. */
        Goods priced(String code, double share, long low, long high, Pack... packs) {
            Commodity commodity = commodities.byCode(code).orElseThrow();
            return new Goods(commodity, share, Set.of(), true, low, high, true, List.of(packs));
        }
    }
}
