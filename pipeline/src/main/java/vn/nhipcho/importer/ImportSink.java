package vn.nhipcho.importer;

/** Takes what an importer reads. Each call may wait, for Kafka or for the rate limit. */
public interface ImportSink {
    void accept(ImportedEvent event) throws InterruptedException;

    void reject(RejectedLine line) throws InterruptedException;
}
