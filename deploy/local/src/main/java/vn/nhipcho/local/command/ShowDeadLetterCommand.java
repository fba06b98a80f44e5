package vn.nhipcho.local.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nhipcho.local.Logs;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.data.RunningStack;
import vn.nhipcho.local.deadletter.DeadLetterTopic;
import vn.nhipcho.local.deadletter.HexDump;
import vn.nhipcho.local.deadletter.Position;
import vn.nhipcho.registry.RegistryConfig;
import vn.nhipcho.source.KafkaConfig;

/** {@code dead-letters show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Shows a dead letter with the bytes that came, which may hold anything. They are in Kafka, so the "
                        + "stack has to be up, and they are kept for 7 days.")
final class ShowDeadLetterCommand implements Callable<Integer> {
    @Parameters(
            arity = "1",
            paramLabel = "TOPIC:PARTITION:OFFSET",
            description = "The position that 'dead-letters list' tells.")
    private String position;

    @Mixin
    private DataDirOption dataDir;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "A Kafka elsewhere (default: the running stack's).")
    private String kafka;

    @Option(names = "--registry", paramLabel = "URL", description = "Its registry (default: the running stack's).")
    private String registry;

    @Override
    public Integer call() {
        Position wanted = Position.parse(position);
        Logs.nowhere();
        Optional<RunningStack> running = dataDir.directory().runningStack();
        String servers =
                kafka != null ? kafka : running.map(RunningStack::kafka).orElseThrow(this::notRunning);
        String schemas = registry != null
                ? registry
                : running.map(RunningStack::registry).orElseThrow(this::notRunning);
        var letters = new DeadLetterTopic(KafkaConfig.of(servers), RegistryConfig.of(schemas)).at(wanted);
        if (letters.isEmpty()) {
            throw new WrongUse("There is no dead letter of %s in Kafka (they are kept for 7 days)".formatted(position));
        }
        letters.forEach(letter -> {
            System.out.println("reason     " + letter.getReason());
            System.out.println("step       " + letter.getStep());
            System.out.println("detail     " + letter.getDetail());
            System.out.println("timestamp  " + letter.getTimestamp());
            System.out.println("schema id  " + (letter.getSchemaId() == null ? "none" : letter.getSchemaId()));
            System.out.println("attempt    " + letter.getAttempt());
            if (letter.getFile() != null) {
                System.out.println("file       " + letter.getFile());
            }
            System.out.print(HexDump.of(letter.getPayload()));
        });
        return NhipCho.DONE;
    }

    private WrongUse notRunning() {
        return new WrongUse(
                "No stack runs on %s; start it with 'nhip-cho up --source none', or give --kafka and --registry"
                        .formatted(dataDir.directory().root()));
    }
}
