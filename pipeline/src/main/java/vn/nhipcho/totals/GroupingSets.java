package vn.nhipcho.totals;

import static vn.nhipcho.totals.GroupingSet.Dimension.COMMODITY;
import static vn.nhipcho.totals.GroupingSet.Dimension.COMMUNE;
import static vn.nhipcho.totals.GroupingSet.Dimension.COOPERATIVE;
import static vn.nhipcho.totals.GroupingSet.Dimension.DISTRICT;
import static vn.nhipcho.totals.GroupingSet.Dimension.PLATFORM;
import static vn.nhipcho.totals.GroupingSet.Dimension.PROVINCE;
import static vn.nhipcho.totals.GroupingSet.Dimension.SELLER_TYPE;

import java.util.List;

/** Every grouping set in which an order is counted. A new one is a line here. */
public final class GroupingSets {
    public static final List<GroupingSet> ALL = List.of(
            GroupingSet.by(),
            GroupingSet.by(PLATFORM),
            GroupingSet.by(PROVINCE),
            GroupingSet.by(DISTRICT),
            GroupingSet.by(COMMUNE),
            GroupingSet.by(COMMODITY),
            GroupingSet.by(COOPERATIVE),
            GroupingSet.by(SELLER_TYPE),
            GroupingSet.by(DISTRICT, COMMODITY),
            GroupingSet.by(DISTRICT, COOPERATIVE),
            GroupingSet.by(COMMUNE, COMMODITY),
            GroupingSet.by(COMMODITY, COOPERATIVE));

    private GroupingSets() {}
}
