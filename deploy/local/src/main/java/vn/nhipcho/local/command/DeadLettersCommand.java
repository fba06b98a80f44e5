package vn.nhipcho.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dead-letters}: what could not be used. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Records and lines that could not be used, and why.",
        subcommands = {ListDeadLettersCommand.class, ShowDeadLetterCommand.class, ReplayDeadLettersCommand.class})
public final class DeadLettersCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which: list, show or replay");
    }
}
