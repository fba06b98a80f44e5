package vn.nhipcho.model;

/**
 * A row of {@code sales_hourly} or {@code successes_hourly}.
 *
 * @param measures one value a measure, scaled; in the order of {@link SalesMeasure} or {@link SuccessMeasure}
 * @param version row version of the upsert; the highest wins
 * @param deleted the cell is all zero
 */
public record CellRow(Cell cell, long[] measures, long version, boolean deleted) {}
