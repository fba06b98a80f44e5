package vn.nhipcho.local.bench;

import java.util.Locale;

/** What is measured, by the name it has in the output. */
public enum Measured {
    /** From the simulation into Kafka, until all is acknowledged. */
    IMPORT,
    /** From Kafka through the decoders and no further: what reading alone costs. */
    DECODE_ONLY,
    /** The sales job, until all that is in Kafka can be queried in ClickHouse. */
    END_TO_END;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
