package vn.nhipcho.importer;

/** Sends events on, in order for each key; what was published is safe once {@link #flush} has returned. */
public interface EventPublisher extends AutoCloseable {
    /** Throws what went wrong with an earlier event, too: sending is asynchronous. */
    void publish(ImportedEvent event);

    /** Sends a refused line to the dead letters. */
    void publish(RejectedLine line);

    void flush();

    @Override
    void close();
}
