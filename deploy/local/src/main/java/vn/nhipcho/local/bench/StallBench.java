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

    /** Of the simulation. */
    public static final ZoneId ZONE = ZoneId.of(Deployment.DEFAULT_ZONE);

    private final List<Long> seeds;
    private final Integer months;
    private final AlertSettings settings;
    private final PrintStream out;

    /** @param months null: as long as the simulation makes it */
    public StallBench(List<Long> seeds, Integer months, AlertSettings settings, PrintStream out) {
        this.seeds = seeds;
        this.months = months;
        this.settings = settings;
        this.out = out;
    }

    /** One JSON object a rule and seed. */
    public void json() {
        for (long seed : seeds) {
            JudgedSeason season = judge(seed);
            season.scores().forEach(score -> print(StallLine.of(season, score)));
        }
    }

    /** A table a seed, and one of all. */
    public void table() {
        List<JudgedSeason> seasons = new ArrayList<>();
        for (long seed : seeds) {
            JudgedSeason season = judge(seed);
            new StallTable(season).print(out);
            seasons.add(season);
        }
        if (seasons.size() > 1) {
            new StallSummary(seasons).print(out);
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
                "# from the orders of %d sellers%nprior_r: %.2f%nprior_alpha_days: %.1f%nprior_life_days: %.0f%n",
                sellers,
                prior.r(),
                prior.alphaDays(),
                prior.lifeDays());
    }

    private JudgedSeason judge(long seed) {
        var watch = Stopwatch.start();
        StallEvaluation evaluation = evaluate(seed);
        return JudgedSeason.of(seed, evaluation, watch.seconds());
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

    private void print(StallLine line) {
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
