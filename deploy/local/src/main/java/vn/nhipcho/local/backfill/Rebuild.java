package vn.nhipcho.local.backfill;

import java.io.IOException;
import vn.nhipcho.backfill.RebuildJob;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.embedded.registry.EmbeddedRegistry;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.TemporaryDirectory;
import vn.nhipcho.local.flink.LocalFlink;
import vn.nhipcho.local.flink.LocalFlinkSettings;
import vn.nhipcho.registry.RegistryConfig;

/** Runs the rebuild in a Flink and with a registry of its own, so that a live stack is not touched. */
final class Rebuild {
    private static final long BUFFER_BYTES = 32L << 20;

    private Rebuild() {}

    static void run(ClickHouseConfig clickhouse, Deployment deployment) throws InterruptedException {
        DataDirectory scratch = TemporaryDirectory.create();
        try (var registry = EmbeddedRegistry.start(scratch.root().resolve("registry"), 0);
                var flink = LocalFlink.start(scratch, new LocalFlinkSettings(0, null, false))) {
            var job = new RebuildJob(
                    clickhouse.withMaxBufferBytes(BUFFER_BYTES), RegistryConfig.of(registry.url()), deployment);
            flink.run(RebuildJob.NAME, job.settings(), job::define);
        } catch (IOException e) {
            throw new Failure("The rebuild could not be started", e);
        }
    }
}
