package vn.nhipcho.embedded.process;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * The child's half of {@link ChildJvm}: ends this JVM when its parent closes the pipe to it or dies.
 *
 * <p>The kernel closes the pipe whichever way the parent goes, kill -9 included, so the end of standard input is the
 * one signal that cannot be missed.
 */
public final class ParentWatch {
    static final Duration ORDERLY_STOP = Duration.ofSeconds(8);

    private ParentWatch() {}

    /** Call first in the child's {@code main}; shutdown hooks then run the orderly stop. */
    public static void start() {
        daemon("parent-watch", () -> {
            awaitEndOfInput();
            daemon("halt-deadline", ParentWatch::haltAfterDeadline);
            System.exit(0);
        });
    }

    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException brokenPipe) {
            System.err.println("parent-watch: standard input failed, stopping: " + brokenPipe);
        }
    }

    private static void haltAfterDeadline() {
        try {
            Thread.sleep(ORDERLY_STOP.toMillis());
        } catch (InterruptedException early) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
