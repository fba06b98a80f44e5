package vn.nhipcho.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.local.Command.Result;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.RunningStack;

/** The job jar on a Flink that is not ours, over REST. */
class RemoteFlinkIT {
    private static final String FIRST_ORDERS = "jsonl:" + Command.CHECKOUT.resolve("examples/first-orders.jsonl");
    private static final String ORDERS =
            "SELECT sum(orders) AS orders, sum(gross) AS gross FROM market.sales WHERE grouping = 'all'";

    @TempDir
    static Path folder;

    private static FlinkElsewhere elsewhere;

    @BeforeAll
    static void startAFlinkThatTakesJars() throws Exception {
        elsewhere = FlinkElsewhere.start(folder.resolve("elsewhere"));
    }

    @AfterAll
    static void stop() {
        elsewhere.close();
    }

    @Test
    void runsTheJobJarThereAndGoesOnAfterAKillFromWhatThatClusterKept() throws Exception {
        var directory = new DataDirectory(folder.resolve("data"));

        Command killed = Command.start(directory, "up", "--flink", elsewhere.url(), "--source", FIRST_ORDERS);
        RunningStack stack = killed.awaitStack(directory);
        assertThat(stack.flink()).isEqualTo(elsewhere.url());
        while (!Command.run(directory, "query", ORDERS).out().contains("\n5\t836000\n")) {
            killed.mustRun();
            Thread.sleep(200);
        }
        // Both jobs: the sellers job starts second, and without a checkpoint of its own it would begin anew.
        while (checkpointedJobs() < 2) {
            killed.mustRun();
            Thread.sleep(200);
        }
        killed.kill();

        Result second = Command.run(directory, "up", "--flink", elsewhere.url(), "--once");
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.out())
                .contains("The job sales goes on from file:" + folder.resolve("elsewhere/flink/checkpoints"))
                .contains("The job sellers goes on from file:")
                .containsPattern("events in +21\n");

        Result third = Command.run(directory, "up", "--flink", elsewhere.url(), "--once");
        assertThat(third.exit()).as(third.err()).isZero();
        assertThat(third.out())
                .contains("The job sales goes on from file:" + folder.resolve("elsewhere/flink/savepoints/savepoint-"))
                .contains(
                        "The job sellers goes on from file:" + folder.resolve("elsewhere/flink/savepoints/savepoint-"));
        assertThat(Command.run(directory, "query", ORDERS).out()).isEqualTo("orders\tgross\n5\t836000\n");
    }

    private static long checkpointedJobs() throws IOException {
        Path checkpoints = folder.resolve("elsewhere/flink/checkpoints");
        if (!Files.isDirectory(checkpoints)) {
            return 0;
        }
        try (Stream<Path> files =
                Files.find(checkpoints, 3, (file, attributes) -> file.endsWith("_metadata") && attributes.size() > 0)) {
            return files.map(file -> file.getParent().getParent()).distinct().count();
        } catch (UncheckedIOException gone) {
            // Flink removed an old checkpoint in the middle of the walk.
            return 0;
        }
    }

    @Test
    void saysSoWhenNoFlinkAnswers() throws Exception {
        var directory = new DataDirectory(folder.resolve("none"));

        Result up = Command.run(directory, "up", "--flink", "http://127.0.0.1:1", "--source", "none", "--once");

        assertThat(up.exit()).isEqualTo(3);
        assertThat(up.err()).contains("No Flink answers at http://127.0.0.1:1");
    }
}
