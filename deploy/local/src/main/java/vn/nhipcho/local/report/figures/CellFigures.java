package vn.nhipcho.local.report.figures;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.nhipcho.local.report.period.Period;

/**
 * What one district, commodity and so on came to by the date of success, or several of them together.
 *
 * @param ids one, or those that were put together
 * @param quantity kilograms of the lines that convert; @param valueOfQuantity of the same lines
 * @param sellers whom the figures are of; never shown
 */
public record CellFigures(
        Set<String> ids,
        long transactions,
        BigDecimal value,
        BigDecimal quantity,
        BigDecimal valueOfQuantity,
        Set<String> sellers) {

    public CellFigures {
        ids = Set.copyOf(ids);
        sellers = Set.copyOf(sellers);
    }

    /** The highest value first. */
    public static List<CellFigures> read(ReportDatabase database, Dimension dimension, Period period)
            throws SQLException {
        var placeholders = Map.of("dimension", dimension.column(), "period", period);
        Map<String, Set<String>> sellers = new HashMap<>();
        database.rows(
                "cell_sellers", placeholders, row -> sellers.computeIfAbsent(row.getString("id"), id -> new HashSet<>())
                        .add(row.getString("seller_id")));
        return database.rows(
                "cells",
                placeholders,
                row -> new CellFigures(
                        Set.of(row.getString("id")),
                        row.getLong("transactions"),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("value_of_quantity"),
                        sellers.getOrDefault(row.getString("id"), Set.of())));
    }

    public CellFigures with(CellFigures other) {
        Set<String> bothIds = new TreeSet<>(ids);
        bothIds.addAll(other.ids);
        Set<String> bothSellers = new HashSet<>(sellers);
        bothSellers.addAll(other.sellers);
        return new CellFigures(
                bothIds,
                transactions + other.transactions,
                value.add(other.value),
                quantity.add(other.quantity),
                valueOfQuantity.add(other.valueOfQuantity),
                bothSellers);
    }

    public String id() {
        return ids.iterator().next();
    }

    public boolean isMerged() {
        return ids.size() > 1;
    }
}
