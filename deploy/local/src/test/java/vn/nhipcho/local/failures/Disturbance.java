package vn.nhipcho.local.failures;

import vn.nhipcho.local.failures.FaultProxy.Fault;
import vn.nhipcho.local.failures.FaultProxy.Manner;

/** What is done to the system. */
enum Disturbance {
    KILL_FLINK,
    KILL_KAFKA,
    KILL_CLICKHOUSE,
    FREEZE_FLINK,
    FREEZE_KAFKA,
    FREEZE_CLICKHOUSE,
    DISK_FULL(Manner.REFUSED, 500, 243, "NOT_ENOUGH_SPACE"),
    TOO_MANY_PARTS(Manner.REFUSED, 500, 252, "TOO_MANY_PARTS"),
    MEMORY_LIMIT(Manner.REFUSED, 500, 241, "MEMORY_LIMIT_EXCEEDED"),
    TIMEOUT(Manner.DONE_AND_DENIED, 408, 159, "TIMEOUT_EXCEEDED"),
    UNAVAILABLE(Manner.REFUSED, 503, 0, ""),
    HALF_ANSWER(Manner.HALF_ANSWER, 0, 0, ""),
    ANSWER_LOST(Manner.ANSWER_LOST, 0, 0, ""),
    SILENCE(Manner.SILENCE, 0, 0, ""),
    /** The registry away while both jobs restart and have to ask it again. */
    REGISTRY_CUT(Manner.REFUSED, 500, 60, "UNKNOWN_TABLE");

    private final Manner manner;
    private final int httpStatus;
    private final int code;
    private final String name;

    Disturbance() {
        this(null, 0, 0, "");
    }

    Disturbance(Manner manner, int httpStatus, int code, String name) {
        this.manner = manner;
        this.httpStatus = httpStatus;
        this.code = code;
        this.name = name;
    }

    /** Done by a proxy to whoever asks meanwhile: when nobody does, nothing was done. */
    boolean isALie() {
        return manner != null;
    }

    /** Of ClickHouse's answers; only of a disturbance that has one. */
    Fault fault(double share) {
        String text = code == 0
                ? "Service Unavailable"
                : "Code: %d. DB::Exception: said by the failure suite. (%s) (version 25.8.2.1)%n".formatted(code, name);
        return new Fault(manner, httpStatus, code, text, share);
    }
}
