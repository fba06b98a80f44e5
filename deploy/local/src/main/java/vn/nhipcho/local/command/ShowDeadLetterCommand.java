package vn.nhipcho.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.nhipcho.local.Logs;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.deadletter.DeadLetterTopic;
import vn.nhipcho.local.deadletter.HexDump;
import vn.nhipcho.local.deadletter.Position;

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

    @Mixin
    private KafkaOptions kafka;

    @Override
    public Integer call() {
        Position wanted = Position.parse(position);
        Logs.nowhere();
        var letters =
                new DeadLetterTopic(kafka.kafka(dataDir.directory()), kafka.registry(dataDir.directory())).at(wanted);
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
}
