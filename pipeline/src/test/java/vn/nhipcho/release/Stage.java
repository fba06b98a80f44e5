package vn.nhipcho.release;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.MigrationParameters;
import vn.nhipcho.clickhouse.Migrations;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.config.SellersJobConfig;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.embedded.kafka.EmbeddedKafka;
import vn.nhipcho.embedded.registry.EmbeddedRegistry;
import vn.nhipcho.importer.ImportContext;
import vn.nhipcho.importer.ImportSink;
import vn.nhipcho.importer.ImportedEvent;
import vn.nhipcho.importer.KafkaEventPublisher;
import vn.nhipcho.importer.RejectedLine;
import vn.nhipcho.importer.SourceSpec;
import vn.nhipcho.job.JobSettings;
import vn.nhipcho.job.SalesJob;
import vn.nhipcho.job.SellersJob;
import vn.nhipcho.model.Jobs;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.registry.SchemaRegistryClient;
import vn.nhipcho.source.KafkaConfig;
import vn.nhipcho.source.KafkaTopics;

/** Kafka, a registry and ClickHouse on an empty directory, and both jobs between them. */
final class Stage implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** Never changed: a savepoint knows the partitions that it read. */
    private static final int PARTITIONS = 2;

    private final Path dir;
    private final EmbeddedKafka kafka;
    private final EmbeddedRegistry registry;
    private final EmbeddedClickHouse clickHouse;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Job> running = new ArrayList<>();
    private long sent;

    private record Job(String name, JobClient client, CompletableFuture<JobExecutionResult> end) {
        static Job submit(String name, StreamExecutionEnvironment environment) throws Exception {
            JobClient client = environment.executeAsync(name);
            return new Job(name, client, client.getJobExecutionResult());
        }

        void failIfEnded() throws Exception {
            if (end.isDone()) {
                end.get();
                throw new IllegalStateException(name + " ended before it had read all");
            }
        }
    }

    private Stage(Path dir) throws Exception {
        this.dir = dir;
        kafka = EmbeddedKafka.start(Files.createDirectories(dir.resolve("kafka")), 0);
        registry = EmbeddedRegistry.start(Files.createDirectories(dir.resolve("registry")), 0);
        clickHouse = EmbeddedClickHouse.start(Files.createDirectories(dir.resolve("clickhouse")));
        var connection = KafkaConfig.of(kafka.bootstrapServers());
        KafkaTopics.ensure(connection, PARTITIONS);
        producer = new KafkaProducer<>(connection.properties(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    static Stage start(Path dir) throws Exception {
        return new Stage(dir);
    }

    Database database() {
        return new Database(clickHouse.url());
    }

    ClickHouseConfig clickHouse() {
        return ClickHouseConfig.at(clickHouse.url());
    }

    /** Sends a file of events to the topics. */
    void send(Path events) throws Exception {
        Map<String, Object> connection = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var publisher = new KafkaEventPublisher(connection, registry(), InstantSource.system())) {
            SourceSpec.parse("jsonl:" + events)
                    .open(new ImportContext(ZONE, 1, Instant.EPOCH))
                    .run(new ImportSink() {
                        @Override
                        public void accept(ImportedEvent event) {
                            publisher.publish(event);
                            sent++;
                        }

                        @Override
                        public void reject(RejectedLine line) {
                            throw new IllegalStateException(line.toString());
                        }
                    });
            publisher.flush();
        }
    }

    /** One record of any bytes. */
    void send(String topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value))
                .get();
        sent++;
    }

    SchemaRegistryClient registry() {
        return new SchemaRegistryClient(RegistryConfig.of(registry.url()));
    }

    void migrate() throws Exception {
        Migrations.apply(clickHouse(), MigrationParameters.oneNode(ZONE, "VND"));
    }

    /** Becomes what the release was when it ended, and migrates it; returns the savepoints of the jobs. */
    Map<String, Path> takeOver(Release release) throws Exception {
        Database database = database();
        database.create(release.schema());
        release.rows().forEach(database::load);
        migrate();
        send(Release.events("before"));
        send(Release.events("between"));
        var savepoints = new LinkedHashMap<String, Path>();
        for (String job : List.of(Jobs.SALES, Jobs.SELLERS)) {
            savepoints.put(job, release.savepoint(job, dir.resolve("left")));
        }
        return savepoints;
    }

    /** @param savepoints of both jobs, or empty */
    void startJobs(Map<String, Path> savepoints, int parallelism, Duration checkpointInterval) throws Exception {
        var shared = JobConfig.of(arguments(checkpointInterval), Map.of());
        var sales = environment(shared, savepoints.get(Jobs.SALES), parallelism);
        SalesJob.define(sales, shared);
        running.add(Job.submit(Jobs.SALES, sales));
        var sellers = environment(shared, savepoints.get(Jobs.SELLERS), parallelism);
        SellersJob.define(sellers, SellersJobConfig.of(arguments(checkpointInterval), Map.of()));
        running.add(Job.submit(Jobs.SELLERS, sellers));
    }

    /** Until a completed checkpoint of each job covers everything that was sent. */
    void awaitAllRead() throws Exception {
        while (!bothHaveReadAll()) {
            for (Job job : running) {
                job.failIfEnded();
            }
            Thread.sleep(200);
        }
    }

    boolean bothHaveReadAll() {
        return database()
                .query("SELECT sum(consumed) FROM market.ledger GROUP BY job")
                .equals(List.of(Long.toString(sent), Long.toString(sent)));
    }

    /** Stops both with savepoints that any state backend can read. */
    Map<String, Path> stopJobs() throws Exception {
        var savepoints = new LinkedHashMap<String, Path>();
        for (Job job : running) {
            String folder =
                    dir.resolve("savepoints").resolve(job.name()).toUri().toString();
            String savepoint = job.client()
                    .stopWithSavepoint(false, folder, SavepointFormatType.CANONICAL)
                    .get(2, TimeUnit.MINUTES);
            job.end().get(2, TimeUnit.MINUTES);
            savepoints.put(job.name(), Path.of(URI.create(savepoint)));
        }
        running.clear();
        return savepoints;
    }

    private ParameterTool arguments(Duration checkpointInterval) {
        return ParameterTool.fromMap(Map.of(
                "kafka", kafka.bootstrapServers(),
                "registry", registry.url(),
                "clickhouse", clickHouse.url(),
                "zone", ZONE.getId(),
                "checkpoint-interval", checkpointInterval.toString()));
    }

    private StreamExecutionEnvironment environment(JobConfig config, Path savepoint, int parallelism) {
        Configuration settings = JobSettings.of(config);
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                dir.resolve("checkpoints").toUri().toString());
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        if (savepoint != null) {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
        }
        return StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
    }

    @Override
    public void close() throws Exception {
        for (Job job : running) {
            if (!job.end().isDone()) {
                job.client().cancel().get(1, TimeUnit.MINUTES);
            }
        }
        producer.close();
        clickHouse.close();
        registry.close();
        kafka.close();
    }
}
