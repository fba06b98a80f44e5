package vn.nhipcho.clickhouse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last row of each key since the last checkpoint. */
final class RowBuffer<T> {
    /** ClickHouse refuses an insert of more than 100 partitions; half of that leaves room for another setting. */
    static final int MAX_PARTITIONS = 50;

    static final int MAX_BYTES = 8 << 20;

    private final TableSpec<T> table;
    private final int maxRows;
    private final RowOutput scratch = new RowOutput();
    private final Map<EncodedRow, EncodedRow> rows = new HashMap<>();
    private long memory;

    RowBuffer(TableSpec<T> table, int maxRows) {
        this.table = table;
        this.maxRows = maxRows;
    }

    void add(T row) {
        EncodedRow next = table.encode(row, scratch);
        EncodedRow last = rows.get(next);
        if (last == null) {
            rows.put(next, next);
            memory += next.memory();
        } else if (last.version <= next.version) {
            // The map would keep the old row's object as its key.
            rows.remove(last);
            rows.put(next, next);
            memory += next.memory() - last.memory();
        }
    }

    /** Bytes held. */
    long memory() {
        return memory;
    }

    /** Empties the buffer into committables, each one insert; {@code floor} as in {@link Committable}. */
    List<Committable> drain(long floor) {
        List<EncodedRow> sorted = new ArrayList<>(rows.values());
        rows.clear();
        memory = 0;
        sorted.sort(Comparator.comparingLong(EncodedRow::partition));
        List<Committable> committables = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        int partitions = 0;
        for (int i = 0; i < sorted.size(); i++) {
            EncodedRow row = sorted.get(i);
            boolean opensPartition =
                    i == from || row.partition() != sorted.get(i - 1).partition();
            if (i > from
                    && (i - from == maxRows
                            || bytes + row.bytes.length > MAX_BYTES
                            || (opensPartition && partitions == MAX_PARTITIONS))) {
                committables.add(RowBatch.pack(table, floor, sorted.subList(from, i)));
                from = i;
                bytes = 0;
                partitions = 0;
                opensPartition = true;
            }
            bytes += row.bytes.length;
            partitions += opensPartition ? 1 : 0;
        }
        if (from < sorted.size()) {
            committables.add(RowBatch.pack(table, floor, sorted.subList(from, sorted.size())));
        }
        return committables;
    }
}
