package vn.nhipcho.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.simulation.SeasonSimulation;
import vn.nhipcho.simulation.SimulationConfig;

/** The rule file as it comes, on a season that its values were not chosen by. */
class StallEvaluationIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long SEED = 4;

    private static StallEvaluation evaluation;

    @BeforeAll
    static void liveThroughOneSeason() {
        // The traders of the real size, and few of the accounts that do nothing.
        var config = SimulationConfig.upTo(Instant.parse("2026-07-01T00:00:00Z"))
                .withSeed(SEED)
                .withSellers(4_500, SimulationConfig.TRADING_SELLERS);
        evaluation = StallEvaluation.of(new SeasonSimulation(config), AlertSettings.standard(ZONE), ZONE);
    }

    @Test
    void hasAtMostHalfTheFalseAlertsOfTheFixedRuleThatCatchesTheSameShare() {
        RuleScore stalled = evaluation.stalled();
        RuleScore fixed = StallEvaluation.matching(stalled, evaluation.allFixed(), RuleScore::caughtEver);

        assertThat(stalled.caughtEverShare()).isGreaterThan(0.6);
        assertThat(stalled.falseAlerts()).isLessThanOrEqualTo(fixed.falseAlerts() / 2);
    }

    @Test
    void hasAtMostHalfTheFalseAlertsOfTheFixedRuleThatCatchesTheSameShareInTime() {
        RuleScore stalled = evaluation.stalled();
        RuleScore fixed = StallEvaluation.matching(stalled, evaluation.allFixed(), RuleScore::caught);

        assertThat(stalled.caughtShare()).isGreaterThan(0.3);
        assertThat(stalled.falseAlerts()).isLessThanOrEqualTo(fixed.falseAlerts() / 2);
    }

    @Test
    void reportsNobodyOutOfSeasonOrShut() {
        assertThat(evaluation.stalled().outOfSeason()).isZero();
        assertThat(evaluation.stalled().shut()).isZero();
        assertThat(evaluation.allQuiet()).allSatisfy(quiet -> {
            assertThat(quiet.outOfSeason()).isZero();
            assertThat(quiet.shut()).isZero();
        });
        assertThat(evaluation.fixed(60).outOfSeason()).as("a spreadsheet does").isPositive();
    }

    @Test
    void catchesTheMoreTheFewerDaysAFixedRuleWaits() {
        assertThat(evaluation.fixed(14).falseAlerts())
                .isGreaterThan(evaluation.fixed(60).falseAlerts());
        assertThat(evaluation.fixed(14).caughtShare())
                .isGreaterThan(evaluation.fixed(60).caughtShare());
    }
}
