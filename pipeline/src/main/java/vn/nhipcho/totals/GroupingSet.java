package vn.nhipcho.totals;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhipcho.model.Cell;
import vn.nhipcho.model.OrderLineRow;
import vn.nhipcho.model.Place;

/** A set of dimensions by which orders are counted exactly; its name is its columns joined by {@code _}. */
public record GroupingSet(String name, Set<Dimension> dimensions) {

    /** The columns of a cell, in the order of {@code interface.md}. */
    public enum Dimension {
        PLATFORM,
        PROVINCE,
        DISTRICT,
        COMMUNE,
        COMMODITY,
        COOPERATIVE,
        SELLER_TYPE
    }

    static GroupingSet by(Dimension... dimensions) {
        var set = EnumSet.noneOf(Dimension.class);
        for (Dimension dimension : dimensions) {
            set.add(dimension);
        }
        String name = set.stream().map(d -> d.name().toLowerCase()).collect(Collectors.joining("_"));
        return new GroupingSet(name.isEmpty() ? "all" : name, set);
    }

    /** Shipping of a part as a whole can be told apart by platform only, never by commodity or place of a line. */
    boolean countsPartShipping() {
        return dimensions.isEmpty() || dimensions.equals(EnumSet.of(Dimension.PLATFORM));
    }

    Cell cellOf(OrderLineRow line, long hour) {
        Place place = line.part().attribution().place();
        return new Cell(
                name,
                hour,
                in(Dimension.PLATFORM, line.part().platform()),
                in(Dimension.PROVINCE, place.province()),
                in(Dimension.DISTRICT, place.district()),
                in(Dimension.COMMUNE, place.commune()),
                in(Dimension.COMMODITY, line.commodity()),
                in(Dimension.COOPERATIVE, line.part().attribution().cooperative()),
                in(Dimension.SELLER_TYPE, line.part().attribution().sellerType()));
    }

    private String in(Dimension dimension, String value) {
        return dimensions.contains(dimension) ? value : "";
    }
}
