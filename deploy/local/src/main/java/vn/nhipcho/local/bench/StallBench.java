package vn.nhipcho.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.evaluation.GammaPrior;
import vn.nhipcho.evaluation.Purchases;
import vn.nhipcho.evaluation.RuleScore;
import vn.nhipcho.evaluation.StallEvaluation;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.data.Deployment;
import vn.nhipcho.simulation.SeasonSimulation;
import vn.nhipcho.simulation.SimulationConfig;

/** Judges the rules about stalls on labelled seasons, or estimates their prior, and prints what it found. */
public final class StallBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Fixed, so that two machines judge the same seasons. */
    private static final Instant END = Instant.parse("2026-07-01T00:00:00Z");

    private static final ZoneId ZONE = ZoneId.of(Deployment.DEFAULT_ZONE);

    private final List<Long> seeds;
    private final Integer months;
    private final AlertSettings settings;
    private final PrintStream out;

    /** @param months null: as long as the simulation makes it */
    public StallBench(List<Long> seeds, Integer months, PrintStream out) {
        this.seeds = seeds;
        this.months = months;
        this.settings = AlertSettings.standard(ZONE);
        this.out = out;
    }

    /** One JSON object a rule and seed. */
    public void json() {
        for (long seed : seeds) {
            var watch = Stopwatch.start();
            StallEvaluation evaluation = evaluate(seed);
            for (RuleScore score : scores(evaluation)) {
                print(StallLine.of(seed, score, evaluation, watch.seconds()));
            }
        }
    }

    /** A table a seed. */
    public void table() {
        for (long seed : seeds) {
            var watch = Stopwatch.start();
            StallEvaluation evaluation = evaluate(seed);
            new StallTable(evaluation, scores(evaluation)).print(seed, watch.seconds(), out);
        }
    }

    /** The prior of all seasons together, as lines of the rule file. */
    public void prior() {
        List<Purchases> sellers = new ArrayList<>();
        seeds.forEach(seed -> sellers.addAll(evaluate(seed).purchases(settings.seasons())));
        print(GammaPrior.estimate(sellers), sellers.size(), out);
    }

    public static void print(GammaPrior prior, int sellers, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "# from the orders of %d sellers; stopping after an order: Beta(%.2f, %.1f)%n"
                        + "prior_r: %.2f%nprior_alpha_days: %.1f%n",
                sellers,
                prior.a(),
                prior.b(),
                prior.r(),
                prior.alphaDays());
    }

    private StallEvaluation evaluate(long seed) {
        var config = SimulationConfig.upTo(END).withSeed(seed);
        try {
            var asked = months == null ? config : config.withMonths(months);
            return StallEvaluation.of(new SeasonSimulation(asked), settings, ZONE);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e.getMessage());
        }
    }

    private static List<RuleScore> scores(StallEvaluation evaluation) {
        List<RuleScore> scores = new ArrayList<>();
        scores.add(evaluation.stalled());
        StallEvaluation.FIXED.forEach(days -> scores.add(evaluation.fixed(days)));
        StallEvaluation.FIXED.forEach(days -> scores.add(evaluation.quiet(days)));
        return scores;
    }

    private void print(StallLine line) {
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
