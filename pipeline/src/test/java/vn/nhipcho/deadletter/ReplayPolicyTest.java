package vn.nhipcho.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplayPolicyTest {
    private static final String WAITS = "";
    private final ReplayPolicy policy = new ReplayPolicy(3);

    @Test
    void sendsWhatWaitsAndWasNotTriedTooOften() {
        assertThat(policy.refusal(letter("OUT_OF_RANGE", 1, WAITS))).isEmpty();
        assertThat(policy.refusal(letter("OUT_OF_RANGE", 2, WAITS))).isEmpty();
        assertThat(policy.refusal(letter("A_REASON_OF_A_LATER_RELEASE", 1, WAITS)))
                .isEmpty();
    }

    @Test
    void leavesAloneWhatWasTriedToTheLimit() {
        assertThat(policy.refusal(letter("OUT_OF_RANGE", 3, WAITS)))
                .hasValueSatisfying(why -> assertThat(why).contains("tried 3 times", "--limit"));
        assertThat(new ReplayPolicy(4).refusal(letter("OUT_OF_RANGE", 3, WAITS)))
                .isEmpty();
    }

    @Test
    void leavesAloneWhatWasReplayed() {
        assertThat(policy.refusal(letter("OUT_OF_RANGE", 2, "2026-03-16 10:00:00.000")))
                .hasValueSatisfying(why -> assertThat(why).startsWith("replayed already, at 2026-03-16 10:00:00.000"));
    }

    @Test
    void leavesAloneWhatIsNotThereWhole() {
        assertThat(policy.refusal(letter("TOO_LARGE", 1, WAITS)))
                .hasValueSatisfying(why -> assertThat(why).contains("first bytes"));
    }

    @Test
    void leavesAloneWhatNeverWasARecord() {
        assertThat(policy.refusal(new RecordedLetter("import:jsonl", -1, 8, "MALFORMED_LINE", 1, WAITS)))
                .hasValueSatisfying(why -> assertThat(why).contains("import the file again"));
        assertThat(policy.refusal(
                        new RecordedLetter("clickhouse:order_lines", -1, 0, "REFUSED_BY_CLICKHOUSE", 1, WAITS)))
                .hasValueSatisfying(why -> assertThat(why).contains("next change of its key"));
    }

    private static RecordedLetter letter(String reason, int attempts, String replayedAt) {
        return new RecordedLetter("market.orders.v1", 0, 17, reason, attempts, replayedAt);
    }
}
