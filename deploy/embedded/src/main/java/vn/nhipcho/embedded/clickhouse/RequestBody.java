package vn.nhipcho.embedded.clickhouse;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text and the data of a request: the parameter {@code query}, a line end, and the body, as ClickHouse reads them.
 *
 * <p>Only the beginning is held in memory; the rows of an INSERT stream.
 */
final class RequestBody {
    /** As ClickHouse's max_query_size: the part of an INSERT before its rows has to fit. */
    static final int MAX_HEAD = 256 * 1024;

    static final int MAX_TEXT = 16 * 1024 * 1024;

    private final byte[] query;
    private final InputStream body;

    RequestBody(QueryRequest request, HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null && type.startsWith("multipart/")) {
            throw new BadRequest(501, "External data (multipart bodies) are not supported by the embedded engine");
        }
        String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        InputStream sent = new CompleteBody(
                exchange.getRequestBody(), length == null ? CompleteBody.UNKNOWN : Long.parseLong(length));
        InputStream decoded = encoding == null
                ? sent
                : new CompleteBody(ContentEncoding.decode(encoding, sent), CompleteBody.UNKNOWN);
        this.body = request.decompressBody() ? new BlockInputStream(decoded) : decoded;
        this.query = request.query().getBytes(StandardCharsets.UTF_8);
    }

    /** A statement and its bytes: those of an ordinary one whole, those of the rows still to be read. */
    record Content(Statement statement, byte[] text, InputStream data) {}

    Content read() throws IOException {
        return Statement.parse(query) instanceof Statement.InsertData insert ? dataInBody(insert) : textInBody();
    }

    private Content dataInBody(Statement.InsertData insert) {
        byte[] inline = Arrays.copyOfRange(query, insert.dataStart(), query.length);
        boolean blank = new String(inline, StandardCharsets.UTF_8).isBlank();
        return content(insert, query, blank ? body : concat(inline, concat(new byte[] {'\n'}, body)));
    }

    private Content textInBody() throws IOException {
        byte[] separator = query.length == 0 ? new byte[0] : new byte[] {'\n'};
        InputStream all = concat(query, concat(separator, body));
        byte[] head = all.readNBytes(MAX_HEAD);
        Statement statement = Statement.parse(head);
        if (statement instanceof Statement.InsertData insert) {
            byte[] rows = Arrays.copyOfRange(head, insert.dataStart(), head.length);
            return content(insert, head, concat(rows, all));
        }
        byte[] text = head.length < MAX_HEAD ? head : concat(head, all).readNBytes(MAX_TEXT + 1);
        if (text.length > MAX_TEXT || statement instanceof Statement.OpenInsert && text.length > head.length) {
            throw new BadRequest(413, "The query is longer than " + MAX_TEXT + " bytes, or its rows begin too late");
        }
        return new Content(
                text.length == head.length ? statement : Statement.parse(text), text, InputStream.nullInputStream());
    }

    private static Content content(Statement.InsertData insert, byte[] text, InputStream rows) {
        return new Content(insert, text, insert.format().equals("Values") ? new ValuesBody(rows) : rows);
    }

    private static InputStream concat(byte[] first, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(first), rest);
    }
}
