package vn.nhipcho.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.nhipcho.local.command.AlertsCommand;
import vn.nhipcho.local.command.AlertsPriorCommand;
import vn.nhipcho.local.command.BackfillCommand;
import vn.nhipcho.local.command.BenchCommand;
import vn.nhipcho.local.command.DashboardsCommand;
import vn.nhipcho.local.command.DeadLettersCommand;
import vn.nhipcho.local.command.MigrateCommand;
import vn.nhipcho.local.command.NotifyCommand;
import vn.nhipcho.local.command.QueryCommand;
import vn.nhipcho.local.command.ReconcileCommand;
import vn.nhipcho.local.command.ReportCommand;
import vn.nhipcho.local.command.SimulateCommand;
import vn.nhipcho.local.command.UpCommand;

/** The entry point. */
@Command(
        name = "nhip-cho",
        description = {
            "Nhịp Chợ, the pulse of the market: from the orders of e-commerce marketplaces to figures a province can trust."
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 a check found a difference, 2 wrong use, 3 something did not work.",
            "Every option can also be set by an environment variable: --data-dir is NHIP_CHO_DATA_DIR."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = NhipCho.Version.class,
        subcommands = {
            UpCommand.class,
            QueryCommand.class,
            DashboardsCommand.class,
            ReconcileCommand.class,
            BackfillCommand.class,
            MigrateCommand.class,
            DeadLettersCommand.class,
            AlertsCommand.class,
            ReportCommand.class,
            NotifyCommand.class,
            SimulateCommand.class,
            BenchCommand.class,
            AlertsPriorCommand.class
        })
public final class NhipCho implements Runnable {
    public static final int DONE = 0;
    public static final int DIFFERENCE = 1;
    public static final int WRONG_USE = 2;
    public static final int FAILED = 3;
    /** What a shell reports of a command that ended by Ctrl-C. */
    public static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which command: " + names());
    }

    private String names() {
        return String.join(", ", spec.subcommands().keySet());
    }

    public static void main(String[] args) {
        // Engines and Flink leave threads behind that must not keep the process.
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new NhipCho());
        line.setDefaultValueProvider(new EnvironmentDefaults(System.getenv()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Errors::wrongUse);
        line.setExecutionExceptionHandler(Errors::failed);
        line.getSubcommands().values().forEach(NhipCho::plain);
        return plain(line);
    }

    private static CommandLine plain(CommandLine line) {
        line.setUsageHelpWidth(110);
        line.setUsageHelpLongOptionsMaxWidth(32);
        return line;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = NhipCho.class.getPackage().getImplementationVersion();
            return new String[] {"nhip-cho " + (version == null ? "(not packaged)" : version)};
        }
    }
}
