package vn.nhipcho.local.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import vn.nhipcho.local.health.Finding.Remark;
import vn.nhipcho.local.health.JobsCheck.State;

class HealthTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:10:00Z");

    @Test
    void isWellWhenEveryCheckIs() throws Exception {
        var report = report(check(() -> Finding.well(Map.of("a", 1))), check(() -> Finding.well(Map.of("b", 2))));

        assertThat(report.isWell()).isTrue();
        assertThat(report.facts()).containsOnly(Map.entry("a", 1), Map.entry("b", 2));
    }

    @Test
    void aWarningIsNoFailure() throws Exception {
        var warning = new Remark("clocks differ", "look");
        var report = report(check(() -> new Finding(Map.of(), List.of(), List.of(warning))));

        assertThat(report.isWell()).isTrue();
        assertThat(report.warnings()).containsExactly(warning);
    }

    @Test
    void aCheckThatThrowsIsAProblemWithItsReason() throws Exception {
        var report = report(check(() -> {
            throw new IllegalStateException("no route");
        }));

        assertThat(report.problems()).containsExactly(new Remark("away: no route", "wait"));
    }

    @Test
    void aCheckThatHangsIsAProblemAndTheOthersAreToldAllTheSame() throws Exception {
        var never = new CountDownLatch(1);
        var report = report(
                check(() -> {
                    never.await();
                    return Finding.well(Map.of());
                }),
                check(() -> Finding.well(Map.of("b", 2))));

        assertThat(report.problems()).containsExactly(new Remark("away: no answer within 3 seconds", "wait"));
        assertThat(report.facts()).containsEntry("b", 2);
    }

    @Test
    void jobsThatRunAndCompleteCheckpointsAreWell() {
        var finding = jobs(Map.of(
                "sales", new State("RUNNING", NOW.minusSeconds(900), Optional.of(NOW.minusMillis(1_500))),
                "sellers", new State("RUNNING", NOW.minusSeconds(299), Optional.empty())));

        assertThat(finding.problems()).isEmpty();
        var ages = new TreeMap<String, Object>();
        ages.put("sales", 1.5);
        ages.put("sellers", null);
        assertThat(finding.facts().get("newest_checkpoint_age_seconds")).isEqualTo(ages);
    }

    @Test
    void aJobThatRestartsAndOneWithoutCheckpointsAreProblems() {
        var finding = jobs(Map.of(
                "sales", new State("RESTARTING", NOW.minusSeconds(900), Optional.of(NOW)),
                "sellers", new State("RUNNING", NOW.minusSeconds(900), Optional.of(NOW.minus(Duration.ofMinutes(6))))));

        assertThat(finding.problems())
                .extracting(Remark::what)
                .containsExactlyInAnyOrder(
                        "The job sales is RESTARTING", "The job sellers has completed no checkpoint for 360 seconds");
    }

    @Test
    void aJobThatNeverCompletesAFirstCheckpointIsAProblemToo() {
        var finding = jobs(Map.of("sales", new State("RUNNING", NOW.minus(Duration.ofMinutes(6)), Optional.empty())));

        assertThat(finding.problems())
                .extracting(Remark::what)
                .containsExactly("The job sales has completed no checkpoint for 360 seconds");
    }

    private static Finding jobs(Map<String, State> states) {
        return new JobsCheck(() -> new TreeMap<>(states), InstantSource.fixed(NOW)).look();
    }

    private static Health.Report report(HealthCheck... checks) throws InterruptedException {
        try (var health = new Health(List.of(checks))) {
            return health.report();
        }
    }

    private interface Look {
        Finding look() throws Exception;
    }

    private static HealthCheck check(Look look) {
        return new HealthCheck() {
            @Override
            public Finding look() throws Exception {
                return look.look();
            }

            @Override
            public Finding unanswered(String reason) {
                return Finding.problem(Map.of(), "away: " + reason, "wait");
            }
        };
    }
}
