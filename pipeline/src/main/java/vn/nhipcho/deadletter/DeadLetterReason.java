package vn.nhipcho.deadletter;

/** Why a record could not be used: the closed list. Each has an entry in {@code deploy/RUNBOOK.md}. */
public enum DeadLetterReason {
    /**
     * The value does not begin with a zero byte and a schema id, or there is no value. Find the producer that writes
     * without a registry; replay cannot mend it.
     */
    NOT_CONFLUENT_FORMAT,
    /**
     * The registry answers and has no schema of this id. A producer uses another registry, or the registry lost data:
     * restore the schema under its id, then replay.
     */
    UNKNOWN_SCHEMA_ID,
    /**
     * The writer's schema cannot be read as ours: another type, a required field missing, or another decimal scale or
     * time unit. Mend the producer's schema; replay after a release that reads it.
     */
    INCOMPATIBLE_SCHEMA,
    /** The bytes do not follow their own schema: cut short, too long, or damaged. Ask the producer to send again. */
    UNDECODABLE,
    /** Longer than a record may be; only its first bytes are kept. Ask the producer to send it in parts. */
    TOO_LARGE,
    /** A field that the rules need is absent or blank. Fix it in a replay, or have it sent again. */
    MISSING_FIELD,
    /** A number, date, text or list is outside what can be true. Fix it in a replay, or have it sent again. */
    OUT_OF_RANGE,
    /**
     * It says it happened more than ten minutes after its Kafka timestamp. Set the producer's clock or zone right and
     * replay; if the clock of the brokers was slow, a plain replay does.
     */
    IN_THE_FUTURE,
    /** Amounts in another currency than the deployment's. Convert in a replay, or run a deployment of that currency. */
    WRONG_CURRENCY,
    /** A text holds broken UTF-8, a lone surrogate or a control character. Mend the producer's encoding. */
    MALFORMED_TEXT,
    /** A row of a CSV file does not have the columns or values of its format. Mend the file and import it again. */
    MALFORMED_ROW,
    /** A line of a JSON lines file does not fit its event. Mend the line and import it again. */
    MALFORMED_LINE,
    /** ClickHouse takes the rows around it and not this one. Compare the row's detail with the table, then replay. */
    REFUSED_BY_CLICKHOUSE
}
