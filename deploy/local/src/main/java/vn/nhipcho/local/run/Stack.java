package vn.nhipcho.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Migrations;
import vn.nhipcho.clickhouse.ReferenceTables;
import vn.nhipcho.importer.EventPublisher;
import vn.nhipcho.importer.KafkaEventPublisher;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.Deployment;
import vn.nhipcho.local.data.RunningStack;
import vn.nhipcho.local.engine.Contracts;
import vn.nhipcho.local.engine.EngineSettings;
import vn.nhipcho.local.engine.Engines;
import vn.nhipcho.local.feed.RecordedRejects;
import vn.nhipcho.local.flink.FlinkJob;
import vn.nhipcho.local.flink.JobCluster;
import vn.nhipcho.local.health.ClickHouseCheck;
import vn.nhipcho.local.health.Health;
import vn.nhipcho.local.health.JobsCheck;
import vn.nhipcho.local.health.KafkaCheck;
import vn.nhipcho.registry.SchemaRegistryClient;
import vn.nhipcho.simulation.SeasonSimulation;
import vn.nhipcho.simulation.SimulatedReference;

/** Engines, Flink and the job, set up and ready to be fed. */
public final class Stack implements AutoCloseable {
    private final Engines engines;
    private final JobCluster flink;
    private final Deployment deployment;
    private final ClickHouseHttp clickhouse;
    private final Arrivals arrivals;
    private final RunningJobs jobs = new RunningJobs();
    private final KafkaCheck kafkaCheck;
    private final Health health;

    private Stack(Engines engines, JobCluster flink, Deployment deployment) {
        this.engines = engines;
        this.flink = flink;
        this.deployment = deployment;
        this.clickhouse = new ClickHouseHttp(engines.clickhouse());
        this.arrivals = new Arrivals(engines.kafka(), clickhouse);
        this.kafkaCheck = new KafkaCheck(engines.kafka());
        this.health = new Health(List.of(
                new JobsCheck(jobs::health, InstantSource.system()),
                new ClickHouseCheck(engines.clickhouse()),
                kafkaCheck));
    }

    /** Starts the engines, and beside them Flink; the stack closes both. */
    public static Stack start(
            DataDirectory directory, EngineSettings settings, Supplier<JobCluster> startFlink, Deployment deployment) {
        CompletableFuture<JobCluster> flink = CompletableFuture.supplyAsync(startFlink);
        Engines engines = null;
        try {
            engines = Engines.start(settings, directory);
            setUp(engines, directory, deployment);
            return new Stack(engines, flink.join(), deployment);
        } catch (RuntimeException e) {
            flink.thenAccept(JobCluster::close);
            if (engines != null) {
                engines.close();
            }
            throw unwrap(e);
        }
    }

    /** Tables, topics and schemas; at a second start they are there already. */
    private static void setUp(Engines engines, DataDirectory directory, Deployment deployment) {
        var tables = CompletableFuture.runAsync(() -> setUpTables(engines, directory, deployment));
        var topics = CompletableFuture.supplyAsync(() -> Contracts.createTopics(engines.kafka()));
        Contracts.registerSchemas(engines.registry());
        CompletableFuture.allOf(tables, topics).join();
        Announcements.mind(topics.join());
    }

    private static void setUpTables(Engines engines, DataDirectory directory, Deployment deployment) {
        var parameters = MigrationParameters.oneNode(ZoneId.of(deployment.zone()), deployment.currency());
        try {
            Migrations.apply(engines.clickhouse(), parameters);
            if (deployment.simulated() && !Files.exists(directory.reference())) {
                SimulatedReference.write(new SeasonSimulation(deployment.simulatedSeason()), directory.reference());
            }
            ReferenceTables.load(engines.clickhouse(), directory.reference());
            if (deployment.simulated()) {
                vn.nhipcho.clickhouse.Deployment.markSimulated(engines.clickhouse());
            }
        } catch (IllegalStateException e) {
            throw new WrongUse(e.getMessage());
        } catch (SQLException | IOException e) {
            throw new Failure("ClickHouse's tables could not be set up", e);
        }
    }

    private static RuntimeException unwrap(RuntimeException e) {
        return e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
    }

    /** @param more arguments that only this job takes */
    public void start(FlinkJob job, Map<String, String> more) {
        Map<String, String> arguments = new HashMap<>(jobArguments());
        arguments.putAll(more);
        jobs.add(job, flink.start(job, arguments));
    }

    /** Arguments that every job takes, without the dashes. */
    public Map<String, String> jobArguments() {
        Map<String, String> arguments = new HashMap<>(Map.of(
                "kafka", engines.kafka().bootstrapServers(),
                "registry", engines.registry().url().toString(),
                "clickhouse", engines.clickhouse().url().toString(),
                "zone", deployment.zone(),
                "currency", deployment.currency()));
        if (engines.kafka().propertiesFile() != null) {
            arguments.put("kafka-properties", engines.kafka().propertiesFile());
        }
        return arguments;
    }

    public long completedCheckpoints() {
        return jobs.completedCheckpoints();
    }

    /** @return false when no savepoint could be made; at once when an engine has ended, since then none can be */
    public boolean stopJobs() {
        if (engineFailure().isPresent()) {
            jobs.abandon();
            return false;
        }
        CompletableFuture<Boolean> stopping = jobs.stop();
        try {
            CompletableFuture.anyOf(stopping, engines.onFailure()).join();
            return stopping.isDone() && stopping.join();
        } catch (CompletionException e) {
            throw unwrap(e);
        }
    }

    /** Stops the jobs for good, so that others can be started in their place. */
    public void endJobs() {
        if (!stopJobs()) {
            throw new Failure("A job could not be stopped with a savepoint");
        }
        jobs.forget();
    }

    public RunningStack running() {
        return new RunningStack(
                ProcessHandle.current().pid(),
                engines.pids(),
                engines.kafka().bootstrapServers(),
                engines.registry().url().toString(),
                engines.clickhouse().url().toString(),
                flink.url());
    }

    /** Process ids of the engines that were started here, by name. */
    public Map<String, Long> processes() {
        return engines.processes();
    }

    public EventPublisher publisher() {
        Map<String, Object> kafka = new HashMap<>();
        engines.kafka().properties().forEach((key, value) -> kafka.put((String) key, value));
        var registry = new SchemaRegistryClient(engines.registry());
        var publisher = new KafkaEventPublisher(kafka, registry, InstantSource.system());
        return new RecordedRejects(publisher, engines.clickhouse(), InstantSource.system());
    }

    Health health() {
        return health;
    }

    ClickHouseConfig clickhouseConfig() {
        return engines.clickhouse();
    }

    public ClickHouseHttp clickhouse() {
        return clickhouse;
    }

    /** Records in the topics that no committed checkpoint of every job covers; 0: all that was sent can be queried. */
    public long lag() throws SqlRefused {
        return arrivals.lag(jobs.names());
    }

    /** Where each job went on from; those that began at the beginning are not in it. */
    Map<String, String> restoredFrom() {
        return jobs.restoredFrom();
    }

    /** Flink's words for the jobs' states where they are worth telling. */
    Optional<String> jobState() {
        return jobs.state();
    }

    /** Why the stack cannot go on; empty while it can. */
    public Optional<String> failure() {
        return engineFailure().or(jobs::failure);
    }

    /** Which engine that was started here ended by itself; empty while all are well. */
    public Optional<String> engineFailure() {
        return engines.failure();
    }

    /** For work that would wait for a dead engine: runs when one that was started here ends by itself. */
    public void onEngineFailure(Runnable action) {
        engines.onFailure().thenRun(action);
    }

    @Override
    public void close() {
        health.close();
        kafkaCheck.close();
        arrivals.close();
        if (engineFailure().isEmpty()) {
            // Tasks that wait for an engine that is gone would be waited for in vain; what counts is on disk already.
            flink.close();
        }
        engines.close();
    }
}
