package vn.nhipcho.evaluation;

import java.time.Instant;
import java.time.ZoneId;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Span;
import vn.nhipcho.simulation.SellerLabel;
import vn.nhipcho.simulation.SellerLabel.Reason;

/** What is true of one seller, by the season's own plan and not by what its orders look like. */
record Truth(SellerLabel label, SellerCase seller, ZoneId zone) {
    /** What a call turned out to be. */
    enum Outcome {
        /** The seller had stopped, and there was somebody to call. */
        TRUE,
        /** The seller goes on, in season. */
        GOES_ON,
        /** The seller goes on, and there was nothing of it to sell. */
        OUT_OF_SEASON,
        /** Suspended by the marketplace, or closed: nobody to call. */
        SHUT
    }

    /** Whether it stopped by itself, so that a call could have helped. */
    boolean isStall() {
        return label.stoppedAt() != null && label.reason() != Reason.SUSPENDED;
    }

    /** Milliseconds; only where it {@link #isStall}. */
    long stoppedAt() {
        return label.stoppedAt().toEpochMilli();
    }

    Outcome outcomeOf(Call call) {
        if (isShutAt(call.toldAt())) {
            return Outcome.SHUT;
        }
        if (isStall() && call.toldAt() >= stoppedAt()) {
            return Outcome.TRUE;
        }
        return isOutOfSeason(call.toldAt()) ? Outcome.OUT_OF_SEASON : Outcome.GOES_ON;
    }

    /** Whatever else is true of it. */
    boolean isOutOfSeason(long at) {
        int month = Instant.ofEpochMilli(at).atZone(zone).getMonthValue();
        return !label.seasonMonths().contains(month);
    }

    private boolean isShutAt(long at) {
        return seller.doors().shut().stream().anyMatch((Span span) -> span.contains(at));
    }
}
