package vn.nhipcho.local.bench;

/** Seconds since it was started, to the millisecond. */
record Stopwatch(long startedNanos) {
    static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    double seconds() {
        return Math.max(1, Math.round((System.nanoTime() - startedNanos) / 1e6)) / 1e3;
    }
}
