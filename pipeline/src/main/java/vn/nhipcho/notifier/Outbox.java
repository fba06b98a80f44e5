package vn.nhipcho.notifier;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What was composed and what became of it: the notifier has no other memory. */
interface Outbox {
    enum State {
        /** Kept, and perhaps posted: a kill in between leaves it so. */
        PENDING,
        SENT,
        /** The receiver will not have it; not tried again. */
        REFUSED,
        /** Not posted for certain, and no longer worth it: its alert is over, or its day. */
        EXPIRED
    }

    List<Message> pending() throws SQLException;

    /** Alerts that have a message of their own, whatever became of it. */
    Set<String> alertsWithMessage() throws SQLException;

    /** Ids of the digests of a day, whatever became of them. */
    Set<String> digestsOf(LocalDate day) throws SQLException;

    void keep(List<Message> messages) throws SQLException;

    void record(Message message, State state, int attempts, String detail) throws SQLException;
}
