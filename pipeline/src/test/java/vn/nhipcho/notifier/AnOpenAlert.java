package vn.nhipcho.notifier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.nhipcho.alert.Severity;

/** An open alert with defaults: a warning of a stalled seller in district 934, opened at {@link #NOW} less an hour. */
final class AnOpenAlert {
    static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final String id;
    private String rule = "seller_stalled";
    private String district = "934";
    private String commune = "31396";
    private String cooperative = "(none)";
    private Severity severity = Severity.WARNING;
    private Instant openedAt = NOW.minusSeconds(3600);
    private Instant changedAt;
    private Instant deadline;
    private boolean enteredLate;
    private LocalDate nextOn;

    private AnOpenAlert(String id) {
        this.id = id;
    }

    static AnOpenAlert called(String id) {
        return new AnOpenAlert(id);
    }

    AnOpenAlert by(String name) {
        rule = name;
        return this;
    }

    AnOpenAlert in(String code) {
        district = code;
        return this;
    }

    AnOpenAlert ofCooperative(String code) {
        cooperative = code;
        return this;
    }

    AnOpenAlert inCommune(String code) {
        commune = code;
        return this;
    }

    AnOpenAlert urgent() {
        severity = Severity.URGENT;
        return this;
    }

    AnOpenAlert openedAt(Instant at) {
        openedAt = at;
        return this;
    }

    AnOpenAlert changedAt(Instant at) {
        changedAt = at;
        return this;
    }

    AnOpenAlert dueAt(Instant at) {
        deadline = at;
        return this;
    }

    AnOpenAlert enteredLate() {
        enteredLate = true;
        return this;
    }

    AnOpenAlert nextOn(LocalDate day) {
        nextOn = day;
        return this;
    }

    OpenAlert build() {
        return new OpenAlert(
                id,
                rule,
                rule.equals("feed_silent") ? "" : "seller-of-" + id,
                district,
                commune,
                cooperative,
                severity,
                openedAt,
                changedAt == null ? openedAt : changedAt,
                "Thường 3 ngày có một đơn, nay đã 24 ngày",
                openedAt.minusSeconds(24 * 86_400),
                "shopee",
                "shop-1",
                List.of("O-1"),
                deadline,
                null,
                "unknown",
                "Gọi hỏi thăm.",
                enteredLate,
                new OpenAlert.Further("", "93", "HOUSEHOLD", "", "{}"),
                nextOn);
    }
}
