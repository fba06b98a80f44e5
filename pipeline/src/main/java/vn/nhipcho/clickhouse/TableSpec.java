package vn.nhipcho.clickhouse;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.clickhouse.Column.LongOf;

/**
 * One table that jobs write: how a row is mapped to its columns, which of them are the key that an upsert replaces by,
 * and which partition the row falls into. Columns stand in the order of the table, the key first.
 *
 * @param partition number of the partition a row falls into. It is part of the key, so that a row that moves to another
 *     partition and the deleted row it leaves behind are both kept.
 * @param version row version, the highest wins; null for tables whose rows never change
 * @param arrival when the event that a row is of arrived, milliseconds; null where a row is of none or of many. Travels in the
 *     version's place, so a table has one of the two at most
 */
public record TableSpec<T>(
        String name,
        List<Column<T>> key,
        List<Column<T>> values,
        LongOf<T> partition,
        LongOf<T> version,
        LongOf<T> arrival)
        implements Serializable {

    public TableSpec {
        key = List.copyOf(key);
        values = List.copyOf(values);
        if (version != null && arrival != null) {
            throw new IllegalArgumentException(name + " has both version and arrival");
        }
    }

    public TableSpec(String name, List<Column<T>> key, List<Column<T>> values, LongOf<T> partition, LongOf<T> version) {
        this(name, key, values, partition, version, null);
    }

    public boolean isVersioned() {
        return version != null;
    }

    boolean tellsArrival() {
        return arrival != null;
    }

    List<Column<T>> columns() {
        List<Column<T>> columns = new ArrayList<>(key);
        columns.addAll(values);
        return columns;
    }

    /** Encodes a row as partition, key columns, other columns; reuses {@code scratch}. */
    EncodedRow encode(T row, RowOutput scratch) {
        scratch.clear();
        scratch.writeLong(partition.applyAsLong(row));
        for (Column<T> column : key) {
            column.write(row, scratch);
        }
        int keyLength = scratch.length();
        for (Column<T> column : values) {
            column.write(row, scratch);
        }
        return new EncodedRow(scratch.toByteArray(), keyLength, stamp(row));
    }

    private long stamp(T row) {
        LongOf<T> stamp = version != null ? version : arrival;
        return stamp == null ? 0 : stamp.applyAsLong(row);
    }

    /** {@code column=value, …} of an encoded row's key. */
    String printKey(RowInput row) {
        row.readLong();
        StringBuilder text = new StringBuilder();
        for (Column<T> column : key) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(column.name())
                    .append('=')
                    .append(column.print(row));
        }
        return text.toString();
    }
}
