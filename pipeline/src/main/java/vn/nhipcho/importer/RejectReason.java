package vn.nhipcho.importer;

/** Why an importer refuses a line; the names stand in dead letters, so none is ever renamed. */
public enum RejectReason {
    /** Longer than one megabyte. */
    LINE_TOO_LONG,
    /** Not UTF-8, or half of a surrogate pair. */
    INVALID_TEXT,
    /** Not one JSON object, or a key twice. */
    INVALID_JSON,
    /** Too few or too many columns, or quotes that do not match. */
    MALFORMED_ROW,
    /** Columns or JSON fields that the format does not have. */
    UNKNOWN_FIELD,
    /** A field that is always there is not. */
    MISSING_FIELD,
    /** A field of another type: text for a number, no date to parse, a symbol outside its list. */
    WRONG_TYPE,
    /** A number with more digits than its field holds, or below zero. */
    OUT_OF_RANGE,
    /** Refers to a row that is not in the source. */
    DANGLING_REFERENCE
}
