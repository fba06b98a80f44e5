package vn.nhipcho.local.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nhipcho.config.SellersJobConfig;
import vn.nhipcho.embedded.clickhouse.LibChdbFile;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.check.Machine;
import vn.nhipcho.local.check.Machine.Port;
import vn.nhipcho.local.check.StartCheck;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.DirectoryLock;
import vn.nhipcho.local.feed.Feed;
import vn.nhipcho.local.feed.FeedSettings;
import vn.nhipcho.local.flink.FlinkJob;
import vn.nhipcho.local.flink.JobCluster;
import vn.nhipcho.local.flink.LocalFlink;
import vn.nhipcho.local.flink.LocalFlinkSettings;
import vn.nhipcho.local.flink.RemoteFlink;
import vn.nhipcho.local.grafana.LocalGrafana;
import vn.nhipcho.local.web.WebServer;

/** The main job, from the first check to the orderly stop. */
public final class Up {
    private final UpSettings asked;
    private final DataDirectory directory;
    private final Signals signals = Signals.listen();

    public Up(UpSettings asked) {
        this.asked = asked;
        this.directory = asked.directory();
    }

    /** @return the exit code */
    public int run() throws InterruptedException {
        Plan plan = Plan.of(asked, Instant.now());
        try (DirectoryLock lock = lock()) {
            check();
            List<Feed> feeds = open(plan);
            directory.save(plan.deployment());
            Announcements.plan(directory, plan);
            try (Stack stack = Stack.start(directory, asked.engines(), this::startFlink, plan.deployment());
                    WebServer dashboards = WebServer.start(stack.clickhouseConfig(), stack.health(), asked.webPort());
                    LocalGrafana grafana = startGrafana(stack, plan)) {
                directory.save(
                        grafana == null ? stack.running() : stack.running().with(grafana.pid()));
                return run(stack, () -> Announcements.addresses(stack, dashboards, grafana), feeds);
            } finally {
                directory.forgetRunningStack();
            }
        }
    }

    private int run(Stack stack, Runnable announcement, List<Feed> feeds) throws InterruptedException {
        try {
            for (FlinkJob job : FlinkJob.values()) {
                stack.start(job, arguments(job));
            }
            var watch = new Watch(stack, feeds, signals);
            announcement.run();
            feeds.forEach(feed -> feed.start(stack.publisher()));
            boolean done = true;
            boolean savepoint;
            try {
                if (asked.once()) {
                    done = watch.untilAllIsQueryable();
                } else {
                    watch.untilStopIsAsked();
                }
            } finally {
                savepoint = stop(stack, feeds);
            }
            mustHaveItsEngines(stack);
            if (asked.once() && done && !savepoint) {
                throw new Failure(
                        "Flink made no savepoint at the stop, so the last figures may not be in ClickHouse yet:"
                                + " run the same command again, it goes on from the last checkpoint");
            }
            Announcements.summary(stack.clickhouse(), watch.firstRows());
            return done ? NhipCho.DONE : NhipCho.INTERRUPTED;
        } catch (Failure e) {
            mustHaveItsEngines(stack);
            throw e;
        }
    }

    /** Whatever else failed, an engine that ended by itself is why, and what a person has to look at. */
    private static void mustHaveItsEngines(Stack stack) {
        stack.engineFailure().ifPresent(reason -> {
            throw new Failure(reason);
        });
    }

    private boolean stop(Stack stack, List<Feed> feeds) throws InterruptedException {
        if (stack.engineFailure().isPresent()) {
            feeds.forEach(Feed::interrupt);
            return stack.stopJobs();
        }
        if (signals.isStopAsked()) {
            Announcements.stopping();
        }
        for (Feed feed : feeds) {
            feed.stop();
        }
        return stack.stopJobs();
    }

    /** For people to look at, over the embedded ClickHouse: one elsewhere has users and a Grafana of its own. Null: without. */
    private LocalGrafana startGrafana(Stack stack, Plan plan) {
        if (asked.once() || asked.engines().clickhouse() != null) {
            return null;
        }
        try {
            return LocalGrafana.start(
                            System.getenv(),
                            directory,
                            stack.clickhouseConfig().url(),
                            plan.deployment().zone(),
                            asked.grafanaPort())
                    .orElse(null);
        } catch (Failure e) {
            Announcements.noGrafana(e.getMessage());
            return null;
        }
    }

    private JobCluster startFlink() {
        return asked.flink() == null
                ? LocalFlink.start(directory, new LocalFlinkSettings(asked.flinkPort(), asked.metricsPort(), false))
                : RemoteFlink.at(asked.flink(), directory);
    }

    private DirectoryLock lock() {
        return DirectoryLock.tryAcquire(directory, "up")
                .orElseThrow(() -> new WrongUse("%s is in use by %s; stop that first, or take another --data-dir"
                        .formatted(directory.root(), DirectoryLock.holder(directory))));
    }

    /** Beside those that every job takes. */
    private Map<String, String> arguments(FlinkJob job) {
        Map<String, String> arguments = new HashMap<>(Map.of("lost-records", asked.lostRecords()));
        if (job == FlinkJob.SELLERS) {
            arguments.put(SellersJobConfig.ALERT_RULES_YAML, asked.alertRules());
        }
        return arguments;
    }

    private void check() throws InterruptedException {
        List<Port> ports = new ArrayList<>(asked.engines().ports());
        if (asked.flink() == null && asked.flinkPort() != 0) {
            ports.add(new Port("flink", asked.flinkPort()));
        }
        if (asked.webPort() != 0) {
            ports.add(new Port("web", asked.webPort()));
        }
        Leftovers.await(directory);
        try {
            boolean engineThere =
                    asked.engines().clickhouse() != null || LibChdbFile.find().isPresent();
            StartCheck check = StartCheck.of(
                    Machine.look(directory.root(), engineThere, ports),
                    asked.engines().startsAny());
            if (!check.problems().isEmpty()) {
                throw new WrongUse("Cannot start: " + String.join("; ", check.problems()));
            }
            Announcements.checked(check);
        } catch (IOException e) {
            throw new Failure("The machine could not be looked at", e);
        }
    }

    private List<Feed> open(Plan plan) {
        double rate = plan.sources().isEmpty()
                ? 0
                : asked.eventsPerSecond() / plan.sources().size();
        var settings = new FeedSettings(
                plan.zone(),
                asked.seed() != null ? asked.seed() : plan.deployment().seed(),
                asked.disorder(),
                asked.duplicates(),
                rate,
                asked.once());
        String target = asked.engines().kafka() == null
                ? "embedded"
                : asked.engines().kafka().bootstrapServers();
        return plan.sources().stream()
                .map(source -> Feed.open(source, directory, target, settings))
                .toList();
    }
}
