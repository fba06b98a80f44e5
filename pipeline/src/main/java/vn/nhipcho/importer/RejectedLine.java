package vn.nhipcho.importer;

/**
 * A line that an importer could not use.
 *
 * @param format of the importer: jsonl, olist, agmarknet
 * @param file name inside the source, without the folder it was given by
 * @param line number from 1
 * @param detail what was wrong, in plain words; never the contents of a field, which could name a person
 * @param firstBytes the line as it came, at most {@link #KEPT_BYTES}
 */
public record RejectedLine(
        String format, String file, long line, RejectReason reason, String detail, byte[] firstBytes) {
    public static final int KEPT_BYTES = 64 * 1024;
}
