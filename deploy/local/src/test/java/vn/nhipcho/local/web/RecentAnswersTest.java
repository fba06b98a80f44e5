package vn.nhipcho.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {
    private Instant now = Instant.parse("2026-11-01T00:00:00Z");
    private int asked;
    private final RecentAnswers answers = new RecentAnswers(sql -> IntNode.valueOf(++asked), () -> now);

    @Test
    void asksOnceInAMomentAndAgainLater() throws Exception {
        assertThat(answers.to("SELECT 1").asInt()).isEqualTo(1);
        now = now.plusSeconds(30);
        assertThat(answers.to("SELECT 1").asInt()).isEqualTo(1);
        now = now.plusSeconds(1);
        assertThat(answers.to("SELECT 1").asInt()).isEqualTo(2);
    }

    @Test
    void keepsTheAnswersOfStatementsApart() throws Exception {
        answers.to("SELECT 1");

        assertThat(answers.to("SELECT 2").asInt()).isEqualTo(2);
    }
}
