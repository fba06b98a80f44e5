package vn.nhipcho.local.run;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Migrations;
import vn.nhipcho.clickhouse.ReferenceTables;
import vn.nhipcho.importer.EventPublisher;
import vn.nhipcho.importer.KafkaEventPublisher;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.data.RunningStack;
import vn.nhipcho.local.engine.Contracts;
import vn.nhipcho.local.engine.Engines;
import vn.nhipcho.local.feed.RecordedRejects;
import vn.nhipcho.local.flink.JobCluster;
import vn.nhipcho.local.flink.JobCluster.RunningJob;
import vn.nhipcho.local.flink.LocalFlink;
import vn.nhipcho.local.flink.LocalFlinkSettings;
import vn.nhipcho.local.flink.RemoteFlink;
import vn.nhipcho.registry.SchemaRegistryClient;

/** Engines, Flink and the job, set up and ready to be fed. */
final class Stack implements AutoCloseable {
    private static final String RUNNING = "RUNNING";

    private final Engines engines;
    private final JobCluster flink;
    private final Plan plan;
    private final ClickHouseHttp clickhouse;
    private final Arrivals arrivals;
    private RunningJob job;

    private Stack(Engines engines, JobCluster flink, Plan plan) {
        this.engines = engines;
        this.flink = flink;
        this.plan = plan;
        this.clickhouse = new ClickHouseHttp(engines.clickhouse());
        this.arrivals = new Arrivals(engines.kafka(), clickhouse);
    }

    static Stack start(UpSettings asked, Plan plan) {
        CompletableFuture<JobCluster> flink = CompletableFuture.supplyAsync(() -> startFlink(asked));
        Engines engines = null;
        try {
            engines = Engines.start(asked.engines(), asked.directory());
            setUp(engines, plan);
            return new Stack(engines, flink.join(), plan);
        } catch (RuntimeException e) {
            flink.thenAccept(JobCluster::close);
            if (engines != null) {
                engines.close();
            }
            throw unwrap(e);
        }
    }

    private static JobCluster startFlink(UpSettings asked) {
        return asked.flink() == null
                ? LocalFlink.start(
                        asked.directory(), new LocalFlinkSettings(asked.flinkPort(), asked.metricsPort(), false))
                : RemoteFlink.at(asked.flink(), asked.directory());
    }

    /** Tables, topics and schemas; at a second start they are there already. */
    private static void setUp(Engines engines, Plan plan) {
        var tables = CompletableFuture.runAsync(() -> setUpTables(engines, plan));
        var topics = CompletableFuture.runAsync(() -> Contracts.createTopics(engines.kafka()));
        Contracts.registerSchemas(engines.registry());
        CompletableFuture.allOf(tables, topics).join();
    }

    private static void setUpTables(Engines engines, Plan plan) {
        var parameters =
                MigrationParameters.oneNode(plan.zone(), plan.deployment().currency());
        try {
            Migrations.apply(engines.clickhouse(), parameters);
            ReferenceTables.load(engines.clickhouse());
            if (plan.deployment().simulated()) {
                Deployment.markSimulated(engines.clickhouse());
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

    void startJob() {
        job = flink.startSales(Map.of(
                "kafka", engines.kafka().bootstrapServers(),
                "registry", engines.registry().url().toString(),
                "clickhouse", engines.clickhouse().url().toString(),
                "zone", plan.deployment().zone(),
                "currency", plan.deployment().currency()));
    }

    void stopJob() {
        job.stop();
    }

    RunningStack running() {
        return new RunningStack(
                ProcessHandle.current().pid(),
                engines.pids(),
                engines.kafka().bootstrapServers(),
                engines.registry().url().toString(),
                engines.clickhouse().url().toString(),
                flink.url());
    }

    EventPublisher publisher() {
        Map<String, Object> kafka = new HashMap<>();
        engines.kafka().properties().forEach((key, value) -> kafka.put((String) key, value));
        var registry = new SchemaRegistryClient(engines.registry());
        var publisher = new KafkaEventPublisher(kafka, registry, InstantSource.system());
        return new RecordedRejects(publisher, engines.clickhouse(), InstantSource.system());
    }

    ClickHouseHttp clickhouse() {
        return clickhouse;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    Optional<String> restoredFrom() {
        return job.restoredFrom();
    }

    /** Flink's word for the job's state where it is worth telling. */
    Optional<String> jobState() {
        return Optional.of(job.status()).filter(status -> !status.equals(RUNNING));
    }

    /** Why the stack cannot go on; empty while it can. */
    Optional<String> failure() {
        return engines.failure().or(() -> job.failure().map(reason -> "The sales job failed: " + reason));
    }

    @Override
    public void close() {
        arrivals.close();
        flink.close();
        engines.close();
    }
}
