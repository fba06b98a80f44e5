package vn.nhipcho.local.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhipcho.local.Logs;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.bench.StallBench;

/** {@code bench stall}: how good the alert rules are. */
@Command(
        name = "stall",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lives through simulated seasons whose truth is known and tells of seller_stalled, and of fixed rules of 14, 30, "
                    + "45 and 60 days, how many alerts they open, what share is false, what share of those who really "
                    + "stopped they catch, after how many days, and how many calls that is.",
            "fixed_N knows orders alone; seller_quiet_N is the rule of the job, which knows seasons and shut shops. A stall counts "
                    + "as caught within 60 days of the stop or whenever until the season's end; both are shown."
        })
public final class StallCommand implements Callable<Integer> {
    @Option(
            names = {"--seeds", "--seed"},
            split = ",",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seasons, by comma (default: 1).")
    private List<Long> seeds;

    @Option(names = "--months", paramLabel = "N", description = "How long each is (default: 18).")
    private Integer months;

    @Mixin
    private AlertRulesOption rules;

    @Option(names = "--json", description = "One JSON object a rule and season instead of a table.")
    private boolean json;

    @Option(names = "--prior", description = "Only estimates the prior_… values of the rule file.")
    private boolean prior;

    @Override
    public Integer call() {
        Logs.nowhere();
        var bench = new StallBench(seeds, months, rules.settings(StallBench.ZONE), System.out);
        if (prior) {
            bench.prior();
        } else if (json) {
            bench.json();
        } else {
            bench.table();
        }
        return NhipCho.DONE;
    }
}
