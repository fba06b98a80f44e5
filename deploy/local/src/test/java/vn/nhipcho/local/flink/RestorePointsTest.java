package vn.nhipcho.local.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.OperatorStreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.local.data.JobFolder;

class RestorePointsTest {
    private static final byte[] STATE = {1, 2, 3, 4};

    @TempDir
    private Path folder;

    private JobFolder job;
    private Path whole;

    @BeforeEach
    void leaveAWholeCheckpoint() throws IOException {
        job = new JobFolder(folder);
        whole = checkpoint(4);
        checkpoint(3);
    }

    @Test
    void goesOnFromTheNewest() throws IOException {
        assertThat(newest()).isEqualTo(whole);

        Path savepoint = point(job.savepoints().resolve("savepoint-0a-1"), 5);

        assertThat(newest()).isEqualTo(savepoint);
    }

    @Test
    void findsNoneInANewDirectory() {
        assertThat(RestorePoints.in(new JobFolder(folder.resolve("new"))).newest())
                .isEmpty();
    }

    @Test
    void passesOverOneWithEmptyMetadata() throws IOException {
        Path broken = checkpoint(5);
        Files.write(metadata(broken), new byte[0]);

        assertPassesOver(broken);
    }

    @Test
    void passesOverOneWhoseMetadataIsCutShortWhereverTheCutIs() throws IOException {
        Path broken = checkpoint(5);
        byte[] contents = Files.readAllBytes(metadata(broken));
        for (int length = 0; length < contents.length; length++) {
            Files.write(metadata(broken), Arrays.copyOf(contents, length));

            assertPassesOver(broken);
        }
    }

    @Test
    void passesOverOneWithOtherBytesInPlaceOfItsMetadata() throws IOException {
        Path broken = checkpoint(5);
        int length = (int) Files.size(metadata(broken));
        Files.write(metadata(broken), new byte[length]);
        assertPassesOver(broken);

        byte[] ones = new byte[length];
        Arrays.fill(ones, (byte) -1);
        Files.write(metadata(broken), ones);
        assertPassesOver(broken);
    }

    @Test
    void passesOverOneWhoseStateIsMissingOrCutShort() throws IOException {
        Path broken = checkpoint(5);
        Files.write(broken.resolve("state"), Arrays.copyOf(STATE, 1));
        assertPassesOver(broken);

        Files.delete(broken.resolve("state"));
        assertPassesOver(broken);
    }

    @Test
    void leavesOutOneThatNeverGotItsMetadata() throws IOException {
        Files.delete(metadata(checkpoint(5)));

        assertThat(newest()).isEqualTo(whole);
        assertThat(RestorePoints.in(job).broken()).isEmpty();
    }

    private void assertPassesOver(Path broken) {
        assertThat(newest()).isEqualTo(whole);
        assertThat(RestorePoints.in(job).broken()).containsExactly(broken);
    }

    private Path newest() {
        return RestorePoints.in(job).newest().orElseThrow().folder();
    }

    private Path checkpoint(long id) throws IOException {
        return point(job.checkpoints().resolve("0a").resolve("chk-" + id), id);
    }

    /** With one operator that has one file of state. */
    private static Path point(Path folder, long id) throws IOException {
        Files.createDirectories(folder);
        Path state = Files.write(folder.resolve("state"), STATE);
        var file = new FileStateHandle(new org.apache.flink.core.fs.Path(FlinkPath.of(state)), STATE.length);
        var operator = new OperatorState("keep", "keep", new OperatorID(1, 2), 1, 720);
        operator.putState(
                0,
                OperatorSubtaskState.builder()
                        .setManagedOperatorState(new OperatorStreamStateHandle(Map.of(), file))
                        .build());
        var bytes = new ByteArrayOutputStream();
        Checkpoints.storeCheckpointMetadata(
                new CheckpointMetadata(id, List.of(operator), List.of()), new DataOutputStream(bytes));
        Files.write(metadata(folder), bytes.toByteArray());
        return folder;
    }

    private static Path metadata(Path folder) {
        return folder.resolve(RestorePoint.METADATA);
    }
}
