package vn.nhipcho.deadletter;

import java.util.Optional;

/**
 * Which dead letters may be sent again, by what is recorded of them; does not look into their bytes.
 *
 * @param mostAttempts how many times a record may be tried, its first time included: without a limit a record that nothing
 *     can mend would go round for ever
 */
public record ReplayPolicy(int mostAttempts) {
    /** The first time and two replays: a second fix is common, a third says that the cause is not understood. A guess. */
    public static final int USUAL_ATTEMPTS = 3;

    /** Why the letter is left alone; empty when it may be sent. */
    public Optional<String> refusal(RecordedLetter letter) {
        if (letter.reason().equals(DeadLetterReason.REFUSED_BY_CLICKHOUSE.name())) {
            return Optional.of("a row, not a record: the next change of its key writes it again");
        }
        if (letter.partition() < 0) {
            return Optional.of("a line of a file: mend it and import the file again");
        }
        if (!letter.replayedAt().isEmpty()) {
            return Optional.of("replayed already, at " + letter.replayedAt()
                    + "; if it became a dead letter again, that has a position of its own");
        }
        if (letter.reason().equals(DeadLetterReason.TOO_LARGE.name())) {
            return Optional.of("only its first bytes were kept: have it sent in parts");
        }
        if (letter.attempts() >= mostAttempts) {
            return Optional.of("tried " + letter.attempts() + " times, the limit is " + mostAttempts
                    + ": find the cause, then give a higher --limit");
        }
        return Optional.empty();
    }
}
