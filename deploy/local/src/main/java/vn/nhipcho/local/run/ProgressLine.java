package vn.nhipcho.local.run;

import java.io.PrintStream;
import java.time.Duration;

/** Shows how far long work is: one line that is written over on a terminal, a line now and then elsewhere. */
public final class ProgressLine {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_SAME = Duration.ofMinutes(5);

    private final PrintStream out;
    private final boolean terminal;
    private final int columns;
    private String shown = "";
    private long shownAt = System.nanoTime() - BETWEEN_SAME.toNanos();

    private ProgressLine(PrintStream out, boolean terminal, int columns) {
        this.out = out;
        this.terminal = terminal;
        this.columns = columns;
    }

    /** The start script tells what standard error is; the JDK cannot. */
    public static ProgressLine onStandardError() {
        int columns = Integer.getInteger("nhipcho.columns", 0);
        return new ProgressLine(System.err, columns > 0, columns);
    }

    public void show(String state) {
        show("", state);
    }

    /** @param stamp differs each time; what follows it is what is told only when it has changed */
    void show(String stamp, String state) {
        String text = stamp + state;
        if (terminal) {
            String fitting = text.length() < columns ? text : text.substring(0, Math.max(0, columns - 1));
            out.print("\r\033[K" + fitting);
            out.flush();
        } else if (isDue(state)) {
            out.println(text);
            shownAt = System.nanoTime();
            shown = state;
        }
    }

    /** Clears the line for something that is to stay. */
    public void clear() {
        if (terminal) {
            out.print("\r\033[K");
            out.flush();
        }
    }

    private boolean isDue(String state) {
        long since = System.nanoTime() - shownAt;
        return since > (state.equals(shown) ? BETWEEN_SAME : BETWEEN_LINES).toNanos();
    }
}
