package vn.nhipcho.source;

import java.io.Serializable;

/** Turns a raw record into a canonical event or a dead letter. Never throws because of a record. For one thread. */
@FunctionalInterface
public interface EventDecoder<T> {
    Decoded<T> decode(RawRecord record);

    /** Makes the decoder on the machine that runs it. */
    @FunctionalInterface
    interface Factory<T> extends Serializable {
        EventDecoder<T> create();
    }
}
