package vn.nhipcho.clickhouse;

/** What an error of an insert means for the rows that were to be inserted. */
public enum ErrorVerdict {
    /** It will pass: wait, try again, hold back the source. */
    RETRY,
    /** A row's content is refused: find the row, put it aside, go on. */
    REJECT,
    /** Nothing helps but a person: restart with a message that says what to do. */
    FAIL
}
