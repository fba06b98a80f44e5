package vn.nhipcho.embedded.clickhouse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import vn.nhipcho.embedded.http.LoopbackGuard;

/** ClickHouse's HTTP interface: one request, one statement, one answer. */
final class QueryHandler implements HttpHandler {
    private final ChdbEngine engine;
    private final Sessions sessions;
    private final LoopbackGuard guard;

    QueryHandler(ChdbEngine engine, Sessions sessions, LoopbackGuard guard) {
        this.engine = engine;
        this.sessions = sessions;
        this.guard = guard;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                refuseWebPages(exchange);
                route(exchange);
            } catch (BadRequest refused) {
                readToEnd(exchange.getRequestBody());
                QueryResponse.text(exchange, refused.status(), refused.getMessage());
            } catch (IllegalArgumentException malformed) {
                readToEnd(exchange.getRequestBody());
                QueryResponse.text(exchange, 400, "The request's parameters are malformed: " + malformed.getMessage());
            }
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        boolean get = method.equals("GET") || method.equals("HEAD");
        if (get && (path.equals("/ping") || path.equals("/replicas_status"))) {
            QueryResponse.text(exchange, 200, "Ok.");
        } else if (!path.equals("/")) {
            throw new BadRequest(404, "There is no handle " + path + ": use / for queries and /ping");
        } else if (get && exchange.getRequestURI().getRawQuery() == null) {
            QueryResponse.text(exchange, 200, "Ok.");
        } else if (get || method.equals("POST")) {
            answer(exchange);
        } else {
            throw new BadRequest(405, "Method " + method + " is not supported: use GET or POST");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        QueryRequest request = QueryRequest.of(exchange);
        QueryResponse response = new QueryResponse(exchange, request, engine.version());
        try {
            RequestBody.Content content = new RequestBody(request, exchange).read();
            // Written after the session is given back: the client's next request may follow the last byte at once.
            try (Answer answer = onConnection(request, connection -> execute(connection, request, content))) {
                response.result(answer.result(), answer.format());
            }
        } catch (EngineException failed) {
            readToEnd(exchange.getRequestBody());
            response.error(failed);
        }
    }

    /** A client that is still sending would not see the answer if the connection were cut under it. */
    private static void readToEnd(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException readOrGone) {
            // Closed because it was read to its end, or the client has left: nothing more to read in either case.
        }
    }

    private record Answer(ChdbResult result, String format) implements AutoCloseable {
        @Override
        public void close() {
            result.close();
        }
    }

    private interface Work {
        Answer on(ChdbConnection connection) throws EngineException, IOException;
    }

    private Answer onConnection(QueryRequest request, Work work) throws EngineException, IOException {
        if (request.session().isPresent()) {
            return inSession(request, work);
        }
        try (ChdbConnection connection = engine.connect()) {
            SessionSettings.apply(request, connection);
            return work.on(connection);
        }
    }

    private Answer inSession(QueryRequest request, Work work) throws EngineException, IOException {
        QueryRequest.SessionKey key = request.session().get();
        ChdbConnection connection = sessions.borrow(key);
        try {
            List<String> undo = SessionSettings.undo(request, connection);
            try {
                SessionSettings.apply(request, connection);
                return work.on(connection);
            } catch (EngineException failed) {
                // The bytes of a result that failed midway would be served as the beginning of the next one.
                connection.execute("SELECT 1");
                throw failed;
            } finally {
                for (String statement : undo) {
                    connection.execute(statement);
                }
            }
        } finally {
            sessions.giveBack(key);
        }
    }

    private static Answer execute(ChdbConnection connection, QueryRequest request, RequestBody.Content content)
            throws EngineException, IOException {
        if (content.statement() instanceof Statement.InsertData insert) {
            refuseWhenReadOnly(request, false);
            return new Answer(
                    connection.insert(insert.head(), insert.format(), request.parameters(), content.data()),
                    request.defaultFormat());
        }
        ChdbConnection.Analysis analysis = connection.analyse(content.text());
        if (analysis.statements() != 1) {
            throw analysis.statements() == 0
                    ? connection.syntaxError(content.text())
                    : EngineException.of(
                            EngineException.SYNTAX_ERROR,
                            "Syntax error (Multi-statements are not allowed): one request holds one statement, this one "
                                    + analysis.statements());
        }
        refuseWhenReadOnly(request, analysis.readOnly());
        String format = content.statement() instanceof Statement.Ordinary ordinary
                ? ordinary.format().orElse(request.defaultFormat())
                : request.defaultFormat();
        return new Answer(connection.query(content.text(), request.defaultFormat(), request.parameters()), format);
    }

    private static void refuseWhenReadOnly(QueryRequest request, boolean reads) throws EngineException {
        if (request.readOnly() && !reads) {
            throw EngineException.of(
                    EngineException.READONLY,
                    "Cannot execute query in readonly mode. For queries over HTTP, method GET implies readonly."
                            + " You should use method POST for modifying queries");
        }
    }

    private void refuseWebPages(HttpExchange exchange) throws BadRequest {
        var refusal = guard.refusal(exchange.getRequestHeaders());
        if (refusal.isPresent()) {
            throw new BadRequest(403, refusal.get());
        }
    }
}
