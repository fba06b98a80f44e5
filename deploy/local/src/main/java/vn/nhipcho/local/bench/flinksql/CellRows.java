package vn.nhipcho.local.bench.flinksql;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.Collector;
import vn.nhipcho.model.AttemptStart;
import vn.nhipcho.model.Cell;
import vn.nhipcho.model.CellRow;
import vn.nhipcho.model.SalesMeasure;
import vn.nhipcho.totals.GroupingSet.Dimension;

/** Turns the changelog of the query into upserts of {@code sales_hourly}; what a row was before is left out. */
final class CellRows extends RichFlatMapFunction<Row, CellRow> {
    private static final long serialVersionUID = 1L;
    private static final int MEASURES = SalesMeasure.values().length;
    private static final List<String> DIMENSIONS = Stream.of(Dimension.values())
            .map(dimension -> dimension.name().toLowerCase(Locale.ROOT))
            .toList();

    private final AttemptStart start;
    private transient long version;

    CellRows(AttemptStart start) {
        this.start = start;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        version = start.read();
    }

    @Override
    public void flatMap(Row row, Collector<CellRow> out) {
        if (row.getKind() != RowKind.UPDATE_BEFORE) {
            boolean deleted = row.getKind() == RowKind.DELETE;
            // Every row of a cell comes this way, so counting them tells the newest.
            out.collect(new CellRow(cell(row), deleted ? new long[MEASURES] : measures(row), ++version, deleted));
        }
    }

    /** A dimension that is not in the row's grouping set is null. */
    private static Cell cell(Row row) {
        var grouping = new StringJoiner("_").setEmptyValue("all");
        var values = new String[DIMENSIONS.size()];
        for (int i = 0; i < values.length; i++) {
            String value = row.getFieldAs(1 + i);
            values[i] = value == null ? "" : value;
            if (value != null) {
                grouping.add(DIMENSIONS.get(i));
            }
        }
        return new Cell(
                grouping.toString(),
                row.<Long>getFieldAs(0),
                values[0],
                values[1],
                values[2],
                values[3],
                values[4],
                values[5],
                values[6]);
    }

    private static long[] measures(Row row) {
        long[] measures = new long[MEASURES];
        for (int i = 0; i < MEASURES; i++) {
            measures[i] = row.<Long>getFieldAs(1 + DIMENSIONS.size() + i);
        }
        return measures;
    }
}
