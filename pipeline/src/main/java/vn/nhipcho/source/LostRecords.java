package vn.nhipcho.source;

/**
 * What a job does when the records it is to read next are gone from Kafka, deleted by retention while it stood still.
 * Whichever it is, nothing brings them back: they have to be sent again.
 */
public enum LostRecords {
    /** The job fails and says so, until somebody decides. */
    FAIL,
    /** It goes on with the oldest record that is there; the ledger counts the offsets in between as missing. */
    SKIP
}
