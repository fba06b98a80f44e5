package vn.nhipcho.local.health;

import java.time.Duration;

/** Looks at one part of the stack. May be slow, hang or throw: {@link Health} sees to that. */
public interface HealthCheck {
    /** How long a part may take to answer before it counts as away. */
    Duration ANSWER = Duration.ofSeconds(3);

    Finding look() throws Exception;

    /** What is told when there is no finding: it threw, or took longer than {@link #ANSWER}. */
    Finding unanswered(String reason);
}
