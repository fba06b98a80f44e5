package vn.nhipcho.clickhouse;

import net.jpountz.lz4.LZ4Factory;

/** The encoded rows of one committable, unpacked; ranges of it are what is inserted. */
final class RowBatch {
    private final TableSpec<?> table;
    private final int columns;
    private final byte[] bytes;
    private final int[] offsets;
    private final long[] versions;

    private RowBatch(TableSpec<?> table, int columns, byte[] bytes, int[] offsets, long[] versions) {
        this.table = table;
        this.columns = columns;
        this.bytes = bytes;
        this.offsets = offsets;
        this.versions = versions;
    }

    /** Packs rows; the Java implementation of LZ4 spares unpacking a native library into every task manager. */
    static Committable pack(TableSpec<?> table, long floor, Iterable<EncodedRow> rows) {
        RowOutput out = new RowOutput();
        int count = 0;
        for (EncodedRow row : rows) {
            out.writeLong(row.version);
            out.writeLong(row.bytes.length);
            out.writeBytes(row.bytes);
            count++;
        }
        byte[] compressed = LZ4Factory.fastestJavaInstance().fastCompressor().compress(out.toByteArray());
        return new Committable(table.name(), floor, table.columns().size(), count, out.length(), compressed);
    }

    static RowBatch unpack(Committable committable) {
        byte[] bytes = LZ4Factory.fastestJavaInstance()
                .fastDecompressor()
                .decompress(committable.compressed(), committable.length());
        int[] offsets = new int[committable.rows()];
        long[] versions = new long[committable.rows()];
        RowInput in = new RowInput(bytes);
        for (int i = 0; i < offsets.length; i++) {
            versions[i] = in.readLong();
            int length = (int) in.readLong();
            offsets[i] = in.position();
            in.skip(length);
        }
        return new RowBatch(Tables.named(committable.table()), committable.columns(), bytes, offsets, versions);
    }

    TableSpec<?> table() {
        return table;
    }

    int rows() {
        return offsets.length;
    }

    int columns() {
        return columns;
    }

    /** Positions a reader of this batch at a row. */
    RowInput row(RowInput in, int index) {
        return in.at(offsets[index]);
    }

    RowInput reader() {
        return new RowInput(bytes);
    }

    long version(int index) {
        return versions[index];
    }

    /** When the event of a row arrived, milliseconds; 0 where an earlier release wrote the row, which did not tell. */
    long arrival(int index) {
        return table.tellsArrival() ? versions[index] : 0;
    }

    /** Size of a range of rows as they are encoded here. */
    long bytes(int from, int to) {
        return (to < offsets.length ? offsets[to] : bytes.length) - offsets[from];
    }

    String printKey(int index) {
        return table.printKey(row(reader(), index));
    }
}
