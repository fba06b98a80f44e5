package vn.nhipcho.simulation;

import java.time.Instant;
import java.util.List;

/** The known truth of a season: every seller that began to trade before its end, in the order of their first orders. */
public record Labels(long seed, Instant start, Instant end, List<SellerLabel> sellers) {}
