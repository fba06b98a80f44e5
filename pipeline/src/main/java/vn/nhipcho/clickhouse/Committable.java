package vn.nhipcho.clickhouse;

/**
 * Rows of one table that one completed checkpoint covers: what travels from writer to committer and rests in checkpoints
 * until it is inserted.
 *
 * @param table name of the table
 * @param floor the highest version that the writer had handed over before: the table must hold it already
 * @param columns how many of the table's columns a row holds; fewer than the table has now when an older release wrote it
 * @param rows number of rows
 * @param length bytes of the rows before compression
 * @param compressed LZ4 block of the rows, each its version, its length and its bytes
 */
public record Committable(String table, long floor, int columns, int rows, int length, byte[] compressed) {}
