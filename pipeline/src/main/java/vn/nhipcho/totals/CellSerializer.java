package vn.nhipcho.totals;

import static vn.nhipcho.totals.GroupingSet.Dimension.COMMODITY;
import static vn.nhipcho.totals.GroupingSet.Dimension.COMMUNE;
import static vn.nhipcho.totals.GroupingSet.Dimension.COOPERATIVE;
import static vn.nhipcho.totals.GroupingSet.Dimension.DISTRICT;
import static vn.nhipcho.totals.GroupingSet.Dimension.PLATFORM;
import static vn.nhipcho.totals.GroupingSet.Dimension.PROVINCE;
import static vn.nhipcho.totals.GroupingSet.Dimension.SELLER_TYPE;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.nhipcho.model.Cell;
import vn.nhipcho.state.CompactSerializer;
import vn.nhipcho.state.Fields;
import vn.nhipcho.totals.GroupingSet.Dimension;

/**
 * A cell as one byte that tells its grouping set by the set's columns (a bit each, in the order of {@link Dimension}), the
 * hour, and the values of these columns alone. Being the key of state it has no number of its form: it can never change, and
 * a dimension can only be added after the last one.
 */
final class CellSerializer extends CompactSerializer<Cell> {
    static final CellSerializer INSTANCE = new CellSerializer();

    private static final long serialVersionUID = 1;
    private static final Map<String, Integer> COLUMNS_OF = new HashMap<>();
    private static final String[] SET_OF = new String[1 << Byte.SIZE];

    static {
        for (GroupingSet set : GroupingSets.ALL) {
            int columns = 0;
            for (Dimension dimension : set.dimensions()) {
                columns |= bit(dimension);
            }
            COLUMNS_OF.put(set.name(), columns);
            SET_OF[columns] = set.name();
        }
    }

    private static int bit(Dimension dimension) {
        return 1 << dimension.ordinal();
    }

    @Override
    public void serialize(Cell cell, DataOutputView out) throws IOException {
        int columns = COLUMNS_OF.get(cell.grouping());
        out.writeByte(columns);
        Fields.writeLong(cell.hour(), out);
        write(columns, PLATFORM, cell.platform(), out);
        write(columns, PROVINCE, cell.province(), out);
        write(columns, DISTRICT, cell.district(), out);
        write(columns, COMMUNE, cell.commune(), out);
        write(columns, COMMODITY, cell.commodity(), out);
        write(columns, COOPERATIVE, cell.cooperative(), out);
        write(columns, SELLER_TYPE, cell.sellerType(), out);
    }

    private static void write(int columns, Dimension dimension, String value, DataOutputView out) throws IOException {
        if ((columns & bit(dimension)) != 0) {
            Fields.writeText(value, out);
        }
    }

    @Override
    public Cell deserialize(DataInputView in) throws IOException {
        int columns = in.readUnsignedByte();
        if (SET_OF[columns] == null) {
            throw new IOException("state holds a cell of a grouping set that this release does not have: columns "
                    + Integer.toBinaryString(columns));
        }
        return new Cell(
                SET_OF[columns],
                Fields.readLong(in),
                read(columns, PLATFORM, in),
                read(columns, PROVINCE, in),
                read(columns, DISTRICT, in),
                read(columns, COMMUNE, in),
                read(columns, COMMODITY, in),
                read(columns, COOPERATIVE, in),
                read(columns, SELLER_TYPE, in));
    }

    private static String read(int columns, Dimension dimension, DataInputView in) throws IOException {
        return (columns & bit(dimension)) == 0 ? "" : Fields.readText(in);
    }

    @Override
    public TypeSerializerSnapshot<Cell> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Cell> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
