package vn.nhipcho.simulation;

import static vn.nhipcho.simulation.Market.Step.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A marketplace of the season: how many sell there, how it words what happens to an order, and its limits. Words are
 * those of {@code order_status_map.tsv}; Buudien and Voso publish no interface and use the canonical names, as do the
 * return and cancellation interfaces that Shopee and TikTok Shop keep apart.
 */
enum Market {
    BUUDIEN("buudien", 0.36, 48, 2, canonical()),
    VOSO("voso", 0.24, 48, 2, canonical()),
    SHOPEE("shopee", 0.19, 48, 4, shopee()),
    LAZADA("lazada", 0.10, 24, 7, lazada()),
    TIKTOK_SHOP("tiktok_shop", 0.11, 48, 9, tiktok());

    /** What can happen to an order; finer than the canonical status, because some marketplaces word it finer. */
    enum Step {
        UNPAID,
        HELD,
        WAITING,
        PACKED,
        PICKUP_MISSED,
        SHIPPED,
        DELIVERED,
        COMPLETED,
        FAILED,
        GOING_BACK,
        BACK,
        RETURN_ASKED,
        RETURN_DONE,
        CANCEL_ASKED,
        CANCELLED,
        LOST
    }

    /** Guess: four times in five it words a step in the first of two ways. */
    private static final double USUAL = 0.8;

    private final String code;
    private final double share;
    private final int confirmHours;
    private final int completesAfterDays;
    private final Map<Step, List<List<String>>> words;

    /**
     * @param share of the trading sellers' shops (guess; the programme's own two lead)
     * @param confirmHours until an order without its seller's answer is cancelled: Lazada 24 h, TikTok Shop 2 working
     *     days (brief 3.2), the others a guess
     * @param completesAfterDays from delivery to completion: a guess within the return windows of brief 3.2
     */
    Market(String code, double share, int confirmHours, int completesAfterDays, Map<Step, List<List<String>>> words) {
        this.code = code;
        this.share = share;
        this.confirmHours = confirmHours;
        this.completesAfterDays = completesAfterDays;
        this.words = words;
    }

    String code() {
        return code;
    }

    double share() {
        return share;
    }

    int completesAfterDays() {
        return completesAfterDays;
    }

    /** TikTok Shop holds orders back for an hour; that Shopee lets one in 300 wait for its invoice is a guess. */
    double heldShare() {
        return this == TIKTOK_SHOP ? 0.3 : this == SHOPEE ? 0.003 : 0;
    }

    /** The statuses it sends for a step, one after another; none where it keeps silent. */
    List<String> words(Step step, Dice dice) {
        var ways = words.getOrDefault(step, silent());
        return ways.size() == 2 ? ways.get(dice.chance(USUAL) ? 0 : 1) : dice.pick(ways);
    }

    /** Lazada sends one message for each line of an order (brief 3.5). */
    boolean sendsPerLine() {
        return this == LAZADA;
    }

    /** Shopee and TikTok Shop split a basket by shop; the others keep one order number for it. */
    boolean sharesBaskets() {
        return this == BUUDIEN || this == VOSO || this == LAZADA;
    }

    /** Shopee and TikTok Shop word a lost parcel as a cancellation. */
    boolean namesLoss() {
        return this != SHOPEE && this != TIKTOK_SHOP;
    }

    /** Days without carriers do not count; TikTok Shop counts working days. */
    long confirmBy(long placedAt) {
        long by = placedAt;
        for (long left = confirmHours * VietnamTime.HOUR; left > 0; left -= VietnamTime.HOUR) {
            by += VietnamTime.HOUR;
            while (doesNotCount(VietnamTime.day(by))) {
                by += VietnamTime.DAY;
            }
        }
        return by;
    }

    private boolean doesNotCount(long day) {
        return Tet.carriersRest(day) || this == TIKTOK_SHOP && VietnamTime.isSunday(day);
    }

    private static Map<Step, List<List<String>>> canonical() {
        var words = new EnumMap<Step, List<List<String>>>(Step.class);
        words.put(UNPAID, always("UNPAID"));
        words.put(WAITING, always("AWAITING_SELLER"));
        words.put(PACKED, always("AWAITING_PICKUP"));
        words.put(SHIPPED, always("IN_TRANSIT"));
        words.put(DELIVERED, always("DELIVERED"));
        words.put(COMPLETED, always("COMPLETED"));
        words.put(FAILED, always("DELIVERY_FAILED"));
        words.put(GOING_BACK, always("RETURNING"));
        words.put(BACK, always("RETURNED"));
        words.put(RETURN_ASKED, always("RETURNING"));
        words.put(RETURN_DONE, always("RETURNED"));
        words.put(CANCEL_ASKED, always("CANCEL_REQUESTED"));
        words.put(CANCELLED, always("CANCELLED"));
        words.put(LOST, always("LOST_DAMAGED"));
        return words;
    }

    private static Map<Step, List<List<String>>> shopee() {
        var words = canonical();
        // INVOICE_PENDING is in no row of the map: a status that nobody announced.
        words.put(WAITING, always("READY_TO_SHIP"));
        words.put(HELD, always("INVOICE_PENDING"));
        words.put(PACKED, always("PROCESSED"));
        words.put(PICKUP_MISSED, always("RETRY_SHIP"));
        words.put(SHIPPED, always("SHIPPED"));
        words.put(DELIVERED, always("TO_CONFIRM_RECEIVE"));
        words.put(FAILED, silent());
        words.put(GOING_BACK, always("TO_RETURN"));
        words.put(RETURN_ASKED, always("TO_RETURN"));
        words.put(CANCEL_ASKED, always("IN_CANCEL"));
        words.put(LOST, always("CANCELLED"));
        return words;
    }

    private static Map<Step, List<List<String>>> tiktok() {
        var words = canonical();
        words.put(HELD, always("ON_HOLD"));
        words.put(WAITING, always("AWAITING_SHIPMENT"));
        words.put(
                PACKED, List.of(List.of("AWAITING_COLLECTION"), List.of("PARTIALLY_SHIPPING", "AWAITING_COLLECTION")));
        words.put(FAILED, silent());
        words.put(LOST, always("CANCELLED"));
        return words;
    }

    private static Map<Step, List<List<String>>> lazada() {
        var words = new EnumMap<Step, List<List<String>>>(Step.class);
        words.put(UNPAID, always("unpaid"));
        words.put(WAITING, List.of(List.of("pending"), List.of("pending", "topack")));
        words.put(PACKED, List.of(List.of("packed", "ready_to_ship"), List.of("packed", "toship")));
        words.put(PICKUP_MISSED, always("repacked"));
        words.put(SHIPPED, always("shipped"));
        words.put(DELIVERED, always("delivered"));
        words.put(COMPLETED, always("confirmed"));
        words.put(FAILED, List.of(List.of("failed_delivery"), List.of("failed")));
        words.put(GOING_BACK, always("shipped_back"));
        words.put(BACK, always("shipped_back_success"));
        words.put(RETURN_DONE, always("returned"));
        words.put(CANCELLED, always("canceled"));
        words.put(
                LOST,
                List.of(
                        List.of("lost_by_3pl"),
                        List.of("lost"),
                        List.of("damaged_by_3pl"),
                        List.of("package_scrapped")));
        return words;
    }

    private static List<List<String>> silent() {
        return List.of(List.of());
    }

    private static List<List<String>> always(String... words) {
        return List.of(List.of(words));
    }
}
