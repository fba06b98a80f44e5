package vn.nhipcho.importer;

import java.time.Instant;
import vn.nhipcho.deadletter.DeadLetterReason;
import vn.nhipcho.deadletter.Rejected;

/**
 * A line that an importer could not use.
 *
 * @param format of the importer: jsonl, olist, agmarknet
 * @param file name inside the source, without the folder it was given by
 * @param line number from 1
 * @param detail what was wrong, in plain words; never the contents of a field, which could name a person
 * @param firstBytes the line as it came, or the first bytes of one that is too long
 */
public record RejectedLine(
        String format, String file, long line, DeadLetterReason reason, String detail, byte[] firstBytes) {

    /** As the dead letter it becomes: file and line number stand for partition and offset. */
    public Rejected at(Instant importedAt) {
        String step = "import:" + format;
        return new Rejected(
                reason, step, step, -1, line, importedAt.toEpochMilli(), null, firstBytes, null, detail, 1, file);
    }
}
