package vn.nhipcho.embedded.clickhouse;

/** What a statement read, wrote and returned: the header {@code X-ClickHouse-Summary}. */
record Summary(
        long readRows,
        long readBytes,
        long writtenRows,
        long writtenBytes,
        long resultRows,
        long resultBytes,
        long elapsedNanos) {

    String toJson() {
        return ("{\"read_rows\":\"%d\",\"read_bytes\":\"%d\",\"written_rows\":\"%d\",\"written_bytes\":\"%d\","
                        + "\"total_rows_to_read\":\"0\",\"result_rows\":\"%d\",\"result_bytes\":\"%d\",\"elapsed_ns\":\"%d\"}")
                .formatted(readRows, readBytes, writtenRows, writtenBytes, resultRows, resultBytes, elapsedNanos);
    }
}
