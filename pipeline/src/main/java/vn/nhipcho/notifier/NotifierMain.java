package vn.nhipcho.notifier;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Secret;

/**
 * The notifier on a server: {@code java -cp nhip-cho-pipeline.jar:FLINK/lib/* vn.nhipcho.notifier.NotifierMain --clickhouse
 * URL --webhook URL --secret-file FILE [--alert-rules FILE]}. Flink's folder is there for its logging alone. ClickHouse's
 * user and password come from the environment.
 */
public final class NotifierMain {
    private static final Set<String> OPTIONS = Set.of("--clickhouse", "--webhook", "--secret-file", "--alert-rules");

    private NotifierMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Notifier notifier;
        try {
            notifier = of(options(args));
        } catch (IllegalArgumentException e) {
            System.err.println("notifier: " + e.getMessage());
            System.exit(2);
            return;
        }
        notifier.run();
    }

    private static Notifier of(Map<String, String> options) throws IOException {
        String rules = options.get("--alert-rules");
        var clock = InstantSource.system();
        return new Notifier(
                ClickHouseConfig.fromEnvironment(required(options, "--clickhouse"), System.getenv()),
                rules == null ? AlertSettings.standardYaml() : Files.readString(Path.of(rules)),
                new Webhook(
                        URI.create(required(options, "--webhook")),
                        Secret.inFile(Path.of(required(options, "--secret-file"))),
                        Webhook.Retries.STANDARD,
                        clock),
                clock,
                System.out::println);
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException(
                        "'%s' is no option with a value; there are %s".formatted(args[i], OPTIONS));
            }
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
