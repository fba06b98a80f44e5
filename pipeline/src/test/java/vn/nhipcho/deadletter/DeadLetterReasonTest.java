package vn.nhipcho.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadLetterReasonTest {
    @ParameterizedTest
    @EnumSource
    void theRunbookSaysWhatToDo(DeadLetterReason reason) throws IOException {
        assertThat(Files.readString(Path.of("..", "deploy", "RUNBOOK.md"))).contains("| " + reason + " | ");
    }
}
