package vn.nhipcho.importer;

import java.io.IOException;
import java.util.OptionalLong;

/** Reads one source and hands on its events, the same in the same order each time; it knows nothing of Kafka. */
public interface Importer {
    /** Reads the source from its beginning to its end; a source without an end runs until its thread is interrupted. */
    void run(ImportSink sink) throws IOException, InterruptedException;

    /** What makes two runs send the same: format, files with their sizes, options. A finished import is known by it. */
    String identity();

    /** About how many events will come; empty when not known before they are read. */
    OptionalLong estimatedEvents();

    /** Whether events come in the order of their event time, so that disorder needs to hold back only its own span. */
    boolean timeOrdered();

    /** Whether this run ends where a later one, with the same events before, could go on; so it is never finished. */
    default boolean endsEarly() {
        return false;
    }
}
