package vn.nhipcho.importer;

/** Is told how an import goes; both are called on the importing thread and must be quick. */
public interface ImportListener {
    /** A refused line, once; a resumed import may tell again of lines just before it was cut off. */
    void rejected(RejectedLine line);

    /** After every event, counted from the source's beginning also when a resumed import skips what is sent. */
    void progress(long events);
}
