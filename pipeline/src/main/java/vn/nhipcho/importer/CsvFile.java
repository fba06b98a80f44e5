package vn.nhipcho.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vn.nhipcho.deadletter.DeadLetterReason;

/** A CSV file with a header line: hands on the columns asked for, and each line that does not fit to the sink. */
final class CsvFile {
    private final String format;
    private final Path file;
    private final List<String> header;
    private final int[] columns;

    /** Uses the values of a row, in the order of the columns asked for. */
    interface RowHandler {
        void row(String[] values) throws RowRejected, InterruptedException;
    }

    private CsvFile(String format, Path file, List<String> header, int[] columns) {
        this.format = format;
        this.file = file;
        this.header = header;
        this.columns = columns;
    }

    /** @throws SourceException when the header lacks a column */
    static CsvFile open(String format, Path file, List<String> columns) throws IOException {
        try (var lines = LineReader.open(file)) {
            var first = lines.next();
            var header = first == null ? List.<String>of() : CsvLine.split(withoutMark(Utf8.decode(first.bytes())), 16);
            for (String column : columns) {
                if (!header.contains(column)) {
                    throw new SourceException(format + ": " + file + " has no column '" + column + "'; its header is "
                            + String.join(",", header));
                }
            }
            return new CsvFile(
                    format,
                    file,
                    header,
                    columns.stream().mapToInt(header::indexOf).toArray());
        } catch (RowRejected e) {
            throw new SourceException(format + ": the header of " + file + " cannot be read: " + e.getMessage());
        }
    }

    /** Reads the file through; a row that the handler refuses goes to the sink, as does one that is no row. */
    void read(ImportSink sink, RowHandler handler) throws IOException, InterruptedException {
        try (var lines = LineReader.open(file)) {
            lines.next();
            String[] values = new String[columns.length];
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (line.isBlank()) {
                    continue;
                }
                try {
                    split(line, values);
                    handler.row(values);
                } catch (RowRejected e) {
                    sink.reject(line.rejected(format, file, e));
                }
            }
        }
    }

    private void split(Line line, String[] values) throws RowRejected {
        var fields = CsvLine.split(line.text(), header.size());
        if (fields.size() != header.size()) {
            throw new RowRejected(
                    DeadLetterReason.MALFORMED_ROW, fields.size() + " columns, the header has " + header.size());
        }
        for (int i = 0; i < columns.length; i++) {
            values[i] = fields.get(columns[i]).strip();
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
