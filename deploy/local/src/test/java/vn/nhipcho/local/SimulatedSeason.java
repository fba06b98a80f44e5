package vn.nhipcho.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/** A season as a file, made by the command; it ends on a fixed day, so that the same numbers give the same events. */
public final class SimulatedSeason {
    private SimulatedSeason() {}

    public static void write(Path out, int months, int accounts, int sellers) throws IOException {
        var result = NhipChoProcess.run(
                "simulate",
                "--out",
                out.toString(),
                "--until",
                "2026-07-01T00:00:00Z",
                "--months",
                Integer.toString(months),
                "--accounts",
                Integer.toString(accounts),
                "--sellers",
                Integer.toString(sellers));
        assertThat(result.exitCode()).as(result.err()).isZero();
    }
}
