package vn.nhipcho.local.report;

import java.util.List;
import vn.nhipcho.local.report.figures.Measure;
import vn.nhipcho.local.report.page.Unit;

/**
 * A line of the indicator list.
 *
 * @param id as in {@code targets.csv} and in reported figures
 * @param part the measure; null: only documents report it
 * @param whole of a ratio; else null
 */
record Indicator(String id, String group, Unit unit, Nature nature, Measure part, Measure whole) {

    /** What a figure of a longer period is. */
    enum Nature {
        /** Adds up, or is counted anew, from the year's first day. */
        FLOW,
        /** As at the last day; a year's first day means nothing to it. */
        STOCK,
        /** Of orders by the day they were placed: settled only thirty days later. */
        RATE_OF_PLACED,
        REPORTED
    }

    static final List<Indicator> ALL = List.of(
            stock("households_activated", Measure.HOUSEHOLDS_ACTIVATED),
            stock("accounts_activated", Measure.ACCOUNTS_ACTIVATED),
            flow("joining", "active_accounts", Unit.COUNT, Measure.ACTIVE_ACCOUNTS),
            stock("shops_on_sale", Measure.SHOPS_ON_SALE),
            stock("products_on_sale", Measure.PRODUCTS_ON_SALE),
            stock("ocop_products", Measure.OCOP_ON_SALE),
            new Indicator(
                    "ocop_online_rate",
                    "joining",
                    Unit.PERCENT,
                    Nature.STOCK,
                    Measure.OCOP_ON_SALE,
                    Measure.OCOP_VALID),
            flow("trade", "transactions", Unit.COUNT, Measure.TRANSACTIONS),
            flow("trade", "value", Unit.MONEY, Measure.VALUE),
            new Indicator(
                    "value_per_transaction",
                    "trade",
                    Unit.MONEY_EACH,
                    Nature.FLOW,
                    Measure.VALUE,
                    Measure.TRANSACTIONS),
            flow("trade", "traded_households", Unit.COUNT, Measure.TRADED_HOUSEHOLDS),
            flow("trade", "traded_accounts", Unit.COUNT, Measure.TRADED_ACCOUNTS),
            flow("trade", "quantity", Unit.QUANTITY, Measure.QUANTITY),
            flow("trade", "returned_orders", Unit.COUNT, Measure.RETURNED_ORDERS),
            new Indicator(
                    "success_rate",
                    "trade",
                    Unit.PERCENT,
                    Nature.RATE_OF_PLACED,
                    Measure.PLACED_DELIVERED,
                    Measure.PLACED_ORDERS),
            reported("training_courses"),
            reported("training_turns"),
            reported("press_items"));

    private static Indicator stock(String id, Measure measure) {
        return new Indicator(id, "joining", Unit.COUNT, Nature.STOCK, measure, null);
    }

    private static Indicator flow(String group, String id, Unit unit, Measure measure) {
        return new Indicator(id, group, unit, Nature.FLOW, measure, null);
    }

    private static Indicator reported(String id) {
        return new Indicator(id, "reported", Unit.COUNT, Nature.REPORTED, null, null);
    }

    boolean isRatio() {
        return whole != null;
    }
}
