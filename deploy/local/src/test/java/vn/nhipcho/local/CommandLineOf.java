package vn.nhipcho.local;

import picocli.CommandLine;

/** The command line as the entry point makes it, for tests of other packages. */
public final class CommandLineOf {
    private CommandLineOf() {}

    public static CommandLine nhipCho() {
        return NhipCho.commandLine();
    }
}
