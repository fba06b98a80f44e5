package vn.nhipcho.local.run;

import java.time.Duration;
import vn.nhipcho.embedded.process.ChildJvm;
import vn.nhipcho.local.data.DataDirectory;
import vn.nhipcho.local.data.RunningStack;

/** Engines of a killed {@code up} need some seconds to notice and end; until then they hold its files and ports. */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Leftovers() {}

    static void await(DataDirectory directory) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (directory.runningStack().filter(Leftovers::anyLives).isPresent() && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
    }

    private static boolean anyLives(RunningStack stack) {
        return stack.engines().stream().anyMatch(Leftovers::isEngine);
    }

    /** The number may have gone to another process since. */
    private static boolean isEngine(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().commandLine())
                .filter(command -> command.contains(ChildJvm.MARK))
                .isPresent();
    }
}
