package vn.nhipcho.local.flink;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A Flink that runs the jobs. */
public interface JobCluster extends AutoCloseable {

    /** Address of the web UI and REST. */
    String url();

    /**
     * Starts a job from the newest point that earlier runs left, or from the beginning of the topics.
     *
     * @param arguments of the job, without the dashes
     */
    RunningJob start(FlinkJob job, Map<String, String> arguments);

    @Override
    void close();

    /** A submitted job. */
    interface RunningJob {
        /** Where it went on from; empty when it began at the beginning. */
        Optional<String> restoredFrom();

        /** Flink's word for its state: RUNNING, RESTARTING, FAILED … */
        String status();

        /** When this run of it began. */
        Instant startedAt();

        /** How many checkpoints this run of it has completed. */
        long completedCheckpoints();

        /** When this run of it completed its newest checkpoint; empty before the first. */
        Optional<Instant> newestCheckpoint();

        /** Why it ended by itself, in one line; empty while it has not. */
        Optional<String> failure();

        /**
         * Stops the job at a point it can go on from, with everything before that point handed to ClickHouse.
         *
         * @return false when no savepoint could be made: the next run goes on from the last checkpoint
         */
        boolean stop();

        /** Gives the job up without a savepoint and without waiting: the next run goes on from the last checkpoint. */
        void abandon();
    }
}
