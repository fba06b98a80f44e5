package vn.nhipcho.embedded.clickhouse;

import java.util.HashMap;
import java.util.Map;

/** Connections that outlive a request because it named a session; each serves one request at a time. */
final class Sessions implements AutoCloseable {
    private static final class Session {
        private final ChdbConnection connection;
        private boolean busy;
        private long expiresAtNanos;

        private Session(ChdbConnection connection) {
            this.connection = connection;
        }
    }

    private final ChdbEngine engine;
    private final Map<String, Session> sessions = new HashMap<>();

    Sessions(ChdbEngine engine) {
        this.engine = engine;
    }

    synchronized ChdbConnection borrow(QueryRequest.SessionKey key) throws EngineException {
        dropExpired();
        Session session = sessions.get(key.id());
        if (session == null) {
            if (key.mustExist()) {
                throw EngineException.of(EngineException.SESSION_NOT_FOUND, "Session " + key.id() + " not found");
            }
            session = new Session(engine.connect());
            sessions.put(key.id(), session);
        } else if (session.busy) {
            throw EngineException.of(
                    EngineException.SESSION_IS_LOCKED, "Session " + key.id() + " is locked by a concurrent client");
        }
        session.busy = true;
        return session.connection;
    }

    synchronized void giveBack(QueryRequest.SessionKey key) {
        Session session = sessions.get(key.id());
        session.busy = false;
        session.expiresAtNanos = System.nanoTime() + key.timeoutSeconds() * 1_000_000_000L;
    }

    synchronized void dropExpired() {
        long now = System.nanoTime();
        sessions.values().removeIf(session -> {
            boolean expired = !session.busy && session.expiresAtNanos - now < 0;
            if (expired) {
                session.connection.close();
            }
            return expired;
        });
    }

    /** Sessions that are still busy stay open. */
    @Override
    public synchronized void close() {
        sessions.values().stream().filter(session -> !session.busy).forEach(session -> session.connection.close());
        sessions.clear();
    }
}
