package vn.nhipcho.setup;

import java.io.IOException;
import java.sql.SQLException;

/**
 * Sets a deployment up, on a server: {@code java -cp nhip-cho-pipeline.jar:FLINK/lib/* vn.nhipcho.setup.SetupMain STEP
 * --option value …}, STEP being access, tables, topics or schemas. ClickHouse's user and password come from the
 * environment. Exit codes: 0 done, 2 wrong use, 3 something did not work.
 */
public final class SetupMain {
    private SetupMain() {}

    public static void main(String[] words) throws InterruptedException {
        System.exit(run(words));
    }

    private static int run(String[] words) throws InterruptedException {
        SetupStep step;
        try {
            step = SetupStep.of(words, System.getenv());
        } catch (RuntimeException e) {
            System.err.println("setup: " + e.getMessage());
            return 2;
        }
        try {
            var done = step.run();
            done.forEach(line -> System.out.println("done\t" + line));
            System.out.println(done.isEmpty() ? "Everything was there already." : "Set up.");
            step.remarks().forEach(remark -> System.err.println("setup: mind: " + remark));
            return 0;
        } catch (SQLException | IOException | RuntimeException e) {
            System.err.println("setup: " + e.getMessage());
            return 3;
        }
    }
}
