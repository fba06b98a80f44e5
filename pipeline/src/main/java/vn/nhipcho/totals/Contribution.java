package vn.nhipcho.totals;

import static vn.nhipcho.model.SalesMeasure.*;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import vn.nhipcho.ledger.BusinessZone;
import vn.nhipcho.ledger.OrderChange;
import vn.nhipcho.model.Cell;
import vn.nhipcho.model.OrderLineRow;
import vn.nhipcho.model.OrderPartRow;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.model.OrderStatus;
import vn.nhipcho.model.SalesMeasure;
import vn.nhipcho.model.SuccessMeasure;

/**
 * What one order adds to each cell of {@code sales} and {@code successes}: a pure function of its lines. An order counts
 * once in a cell in which it has at least one line, and only its parts and lines there decide how (design, section 3).
 */
public final class Contribution implements Serializable {
    private final BusinessZone zone;

    public Contribution(BusinessZone zone) {
        this.zone = zone;
    }

    void gatherSales(OrderChange change, Cells into) {
        // Two changes in three, such as a parcel that is picked up, move no figure of sales.
        if (!CountedLine.of(change.before()).equals(CountedLine.of(change.after()))) {
            addSales(change.before(), -1, into);
            addSales(change.after(), 1, into);
        }
    }

    void gatherSuccesses(OrderChange change, Cells into) {
        if (!DatedLine.of(change.before()).equals(DatedLine.of(change.after()))) {
            addSuccesses(change.before(), -1, into);
            addSuccesses(change.after(), 1, into);
        }
    }

    /** Adds {@code sign} times what the order contributes to {@code sales}, by the hour it was placed. */
    void addSales(List<OrderLineRow> lines, int sign, Cells into) {
        if (lines.isEmpty()) {
            return;
        }
        long hour = zone.hourOf(lines.get(0).part().orderPlacedAt());
        for (GroupingSet set : GroupingSets.ALL) {
            byCell(lines, line -> set.cellOf(line, hour))
                    .forEach((cell, there) -> addSales(there, set.countsPartShipping(), sign, into.at(cell)));
        }
    }

    /** Adds {@code sign} times what the order contributes to {@code successes}, by the hours of success and return. */
    void addSuccesses(List<OrderLineRow> lines, int sign, Cells into) {
        addDated(lines, OrderPartRow::successAt, sign, into, Contribution::addSuccess);
        addDated(lines, Contribution::returnedAt, sign, into, Contribution::addReturn);
    }

    private interface Adder {
        void add(List<OrderLineRow> lines, int sign, long[] sums);
    }

    /** By the earliest date over the order's parts in the cell that have one; the other parts' lines are left out. */
    private void addDated(
            List<OrderLineRow> lines, Function<OrderPartRow, Long> date, int sign, Cells into, Adder adder) {
        var dated = new ArrayList<OrderLineRow>(lines.size());
        for (OrderLineRow line : lines) {
            if (date.apply(line.part()) != null) {
                dated.add(line);
            }
        }
        if (dated.isEmpty()) {
            return;
        }
        for (GroupingSet set : GroupingSets.ALL) {
            byCell(dated, line -> set.cellOf(line, 0)).forEach((place, there) -> {
                long first = Long.MAX_VALUE;
                for (OrderLineRow line : there) {
                    first = Math.min(first, date.apply(line.part()));
                }
                adder.add(there, sign, into.at(set.cellOf(there.get(0), zone.hourOf(first))));
            });
        }
    }

    private static Map<Cell, List<OrderLineRow>> byCell(List<OrderLineRow> lines, Function<OrderLineRow, Cell> cellOf) {
        if (lines.size() == 1) {
            OrderLineRow line = lines.get(0);
            return line.part().origin() == OrderPush.Origin.INTERNAL ? Map.of() : Map.of(cellOf.apply(line), lines);
        }
        var cells = new HashMap<Cell, List<OrderLineRow>>();
        for (OrderLineRow line : lines) {
            if (line.part().origin() != OrderPush.Origin.INTERNAL) {
                cells.computeIfAbsent(cellOf.apply(line), absent -> new ArrayList<>(1))
                        .add(line);
            }
        }
        return cells;
    }

    private static void addSales(List<OrderLineRow> lines, boolean partShipping, int sign, long[] sums) {
        boolean delivered = false;
        boolean returned = false;
        boolean late = false;
        boolean allCancelled = true;
        for (OrderPartRow part : partsOf(lines)) {
            delivered |= part.status().isDelivered();
            returned |= part.status() == OrderStatus.RETURNED;
            late |= part.late();
            allCancelled &= isCancelled(part);
            if (partShipping) {
                Cells.add(sums, SHIPPING, sign * part.shippingFee());
            }
        }
        Cells.add(sums, ORDERS, sign);
        count(sums, DELIVERED_ORDERS, delivered, sign);
        count(sums, RETURNED_ORDERS, returned, sign);
        count(sums, CANCELLED_ORDERS, allCancelled, sign);
        count(sums, LATE_ORDERS, late, sign);
        for (OrderLineRow line : lines) {
            addLine(line, sign, sums);
        }
    }

    private static void addLine(OrderLineRow line, int sign, long[] sums) {
        boolean converts = line.grams() != null;
        Cells.add(sums, LINES, sign);
        Cells.add(sums, GROSS, sign * line.gross());
        Cells.add(sums, SHIPPING, sign * line.line().shippingFee());
        Cells.add(sums, QUANTITY_PIECES, sign * line.pieces());
        count(sums, LINES_UNCONVERTED, !converts, sign);
        if (converts) {
            Cells.add(sums, QUANTITY_KG, sign * line.grams());
        }
        if (line.part().status().isDelivered()) {
            Cells.add(sums, DELIVERED_LINES, sign);
            Cells.add(sums, DELIVERED_GROSS, sign * line.gross());
            if (converts) {
                Cells.add(sums, DELIVERED_QUANTITY_KG, sign * line.grams());
                Cells.add(sums, DELIVERED_GROSS_KG, sign * line.gross());
            }
        } else if (isCancelled(line.part())) {
            Cells.add(sums, CANCELLED_LINES, sign);
            Cells.add(sums, CANCELLED_GROSS, sign * line.gross());
        }
    }

    private static void addSuccess(List<OrderLineRow> lines, int sign, long[] sums) {
        Cells.add(sums, SuccessMeasure.DELIVERED_ORDERS, sign);
        for (OrderLineRow line : lines) {
            Cells.add(sums, SuccessMeasure.DELIVERED_LINES, sign);
            Cells.add(sums, SuccessMeasure.DELIVERED_GROSS, sign * line.gross());
            Cells.add(sums, SuccessMeasure.DELIVERED_QUANTITY_PIECES, sign * line.pieces());
            if (line.grams() == null) {
                Cells.add(sums, SuccessMeasure.LINES_UNCONVERTED, sign);
            } else {
                Cells.add(sums, SuccessMeasure.DELIVERED_QUANTITY_KG, sign * line.grams());
                Cells.add(sums, SuccessMeasure.DELIVERED_GROSS_KG, sign * line.gross());
            }
        }
    }

    private static void addReturn(List<OrderLineRow> lines, int sign, long[] sums) {
        Cells.add(sums, SuccessMeasure.RETURNED_ORDERS, sign);
        for (OrderLineRow line : lines) {
            Cells.add(sums, SuccessMeasure.RETURNED_LINES, sign);
            Cells.add(sums, SuccessMeasure.RETURNED_GROSS, sign * line.gross());
        }
    }

    private static Iterable<OrderPartRow> partsOf(List<OrderLineRow> lines) {
        var parts = new TreeMap<String, OrderPartRow>();
        for (OrderLineRow line : lines) {
            parts.put(line.part().sellerId(), line.part());
        }
        return parts.values();
    }

    /** Goods lost before they reached the buyer are no sale, the same as a cancellation. */
    static boolean isCancelled(OrderPartRow part) {
        return part.status() == OrderStatus.CANCELLED
                || part.status() == OrderStatus.LOST_DAMAGED
                        && part.milestones().deliveredAt() == null;
    }

    /** Of a part that is returned now. */
    static Long returnedAt(OrderPartRow part) {
        return part.status() == OrderStatus.RETURNED ? part.milestones().returnedAt() : null;
    }

    private static void count(long[] sums, SalesMeasure measure, boolean holds, int sign) {
        if (holds) {
            Cells.add(sums, measure, sign);
        }
    }
}
