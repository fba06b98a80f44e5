package vn.nhipcho.local;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person reads when a command did not work: one line, and where more is written. */
final class Errors {
    private Errors() {}

    static int wrongUse(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        String suggestion = wrong instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? "; did you mean " + unmatched.getSuggestions().get(0) + "?"
                : "";
        say(
                line,
                "%s%s (see %s --help)"
                        .formatted(
                                oneLine(wrong.getMessage()),
                                suggestion,
                                line.getCommandSpec().qualifiedName()));
        return NhipCho.WRONG_USE;
    }

    static int failed(Exception failure, CommandLine line, ParseResult parsed) {
        if (failure instanceof WrongUse) {
            say(line, oneLine(failure.getMessage()));
            return NhipCho.WRONG_USE;
        }
        if (Logs.folder().isPresent()) {
            LoggerFactory.getLogger(NhipCho.class).error("the command failed", failure);
        }
        say(line, failure instanceof Failure ? failure.getMessage() : unexpected(failure));
        return NhipCho.FAILED;
    }

    private static String unexpected(Exception failure) {
        return "Unexpected: " + oneLine(failure.toString())
                + Logs.folder()
                        .map(Path::toString)
                        .map(folder -> " (see " + folder + ")")
                        .orElse("");
    }

    private static void say(CommandLine line, String message) {
        PrintWriter err = line.getErr();
        err.println("nhip-cho: " + message);
        err.flush();
    }

    private static String oneLine(String message) {
        return message == null ? "" : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
