package vn.nhipcho.clickhouse;

import java.time.Instant;
import vn.nhipcho.model.Cell;
import vn.nhipcho.model.CellRow;
import vn.nhipcho.model.SalesMeasure;

/** Rows of {@code sales_hourly} of one district, told apart by their hour. */
final class CellRows {
    static final long FIRST_HOUR = Instant.parse("2025-07-01T00:00:00Z").getEpochSecond();

    private CellRows() {}

    static CellRow cell(int hour, long orders, long version) {
        return at(FIRST_HOUR + hour * 3600L, orders, version);
    }

    static CellRow inYear(int year, long version) {
        return at(Instant.parse(year + "-03-01T00:00:00Z").getEpochSecond(), 1, version);
    }

    private static CellRow at(long hour, long orders, long version) {
        long[] measures = new long[SalesMeasure.values().length];
        measures[SalesMeasure.ORDERS.ordinal()] = orders;
        measures[SalesMeasure.GROSS.ordinal()] = orders * 12_345;
        return new CellRow(new Cell("district", hour, "", "", "930", "", "", "", ""), measures, version, false);
    }
}
