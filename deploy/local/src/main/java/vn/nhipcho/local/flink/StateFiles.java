package vn.nhipcho.local.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;

/** The files that a checkpoint refers to, and how large they are: after a power cut, metadata may be there and a file it names be empty. */
final class StateFiles {
    private StateFiles() {}

    static boolean areWhole(CheckpointMetadata checkpoint) {
        return checkpoint.getOperatorStates().stream()
                .flatMap(StateFiles::handles)
                .filter(FileStateHandle.class::isInstance)
                .map(FileStateHandle.class::cast)
                .allMatch(StateFiles::isWhole);
    }

    static long keyedBytes(OperatorState operator) {
        return operator.getStates().stream()
                .flatMap(subtask -> subtask.getManagedKeyedState().stream())
                .mapToLong(KeyedStateHandle::getStateSize)
                .sum();
    }

    private static boolean isWhole(FileStateHandle handle) {
        Path file = Path.of(handle.getFilePath().toUri().getPath());
        try {
            return Files.size(file) == handle.getStateSize();
        } catch (IOException missing) {
            return false;
        }
    }

    private static Stream<StreamStateHandle> handles(OperatorState operator) {
        return operator.getStates().stream().flatMap(StateFiles::handles);
    }

    private static Stream<StreamStateHandle> handles(OperatorSubtaskState subtask) {
        return Stream.concat(
                Stream.concat(subtask.getManagedOperatorState().stream(), subtask.getRawOperatorState().stream())
                        .map(OperatorStateHandle::getDelegateStateHandle),
                Stream.concat(subtask.getManagedKeyedState().stream(), subtask.getRawKeyedState().stream())
                        .flatMap(StateFiles::handles));
    }

    private static Stream<StreamStateHandle> handles(KeyedStateHandle keyed) {
        if (keyed instanceof IncrementalRemoteKeyedStateHandle incremental) {
            return Stream.concat(
                    Stream.of(incremental.getMetaDataStateHandle()),
                    Stream.concat(incremental.getSharedState().stream(), incremental.getPrivateState().stream())
                            .map(file -> file.getHandle()));
        }
        return keyed instanceof KeyGroupsStateHandle groups
                ? Stream.of(groups.getDelegateStateHandle())
                : Stream.empty();
    }
}
