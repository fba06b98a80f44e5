package vn.nhipcho.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            up --wat                          | Unknown option: '--wat'
            up now                            | Unmatched argument
            upp                               | did you mean up?
            up --zone Nowhere                 | write it like Asia/Ho_Chi_Minh
            up --zone +07:00                  | write it like Asia/Ho_Chi_Minh
            up --currency dong                | write it like VND
            up --kafka-port x                 | '--kafka-port'
            up --kafka-port 70000             | give 0 to 65535
            up --disorder soon                | write it like 72h
            up --disorder -PT1H               | write it like 72h
            up --duplicates 1.5               | write it like 0.2
            up --rate 0                       | more than 0
            up --source parquet:x             | unknown source 'parquet'
            up --source jsonl:/not/there      | there is nothing at /not/there
            up --source olist                 | olist:DIR
            query                             | 'SQL'
            query ' '                         | empty
            query one two                     | Unmatched argument
            migrate --zone Nowhere            | --zone
            simulate                          | '--out=FILE'
            simulate --out x --months 1       | months
            simulate --out x --until today    | write it like
            bench --events 5                  | give 1000 to 500000000
            bench --only speed                | expected one of
            alerts --rule seller_asleep       | there is no rule
            alerts contact                    | 'ID'
            alerts contact a b                | expected one of [REACHED, NO_ANSWER, WILL_RESUME
            alerts contact a REACHED --next x | --next
            notify                            | '--webhook=URL'
            notify --webhook https://e.org/ --secret-file y | y cannot be read
            notify --webhook http://e.org/ --secret-file y  | must be https
            backfill                          | Give a period
            backfill --all --period 2022      | Give a period
            backfill --from 2022-01-01        | or --from D --to D
            backfill --all --source jsonl:/not/there | there is nothing at /not/there
            backfill --all --settle soon      | write it like 72h
            report                            | Give --period 2022-07, 2022-W30
            report --period 2022-13           | write it like 2022-07
            report --period 2021-W53          | 2021 has no week 53
            report --period 2022 --from 2022-01-01 --to 2022-01-31 | Give --period
            report --from 2022-01-01          | or --from D --to D
            report --from 2022-01-02 --to 2022-01-01 | before it begins
            report --period 2022 --calendar lunar | expected one of
            report --period 2022 --format pdf | expected one of
            report --period 2022 --format xlsx | needs --out FILE
            report --period 2022 --out r.pdf  | not as .pdf
            report --period 2022 --boundary province | expected one of
            report import                     | 'FILE'
            report import /nowhere.csv        | /nowhere.csv cannot be read
            bench stall --months 1            | months
            bench stall --seeds one           | '--seeds'
            dead-letters                      | list, show or replay
            dead-letters list --limit 0       | 1 or more
            dead-letters list --reason NONE   | expected one of
            dead-letters show orders          | write it like
            dead-letters replay               | Say which: a position, --reason
            dead-letters replay orders        | write it like
            dead-letters replay --all --topic x | contradict each other
            dead-letters replay --reason NONE | expected one of
            dead-letters replay --from soon   | write it like 2026-03-16
            dead-letters replay --from 2026-03-16T10:00 --to 2026-03-16T10:00 | before it begins
            dead-letters replay --all --limit 1 | 2 or more
            dead-letters replay --all --set x | write it like currency=VND
            dead-letters replay --all --set curency=VND | there is no field curency
            dead-letters replay --topic market.listings.v1 --set currency=1 | --set:
            dead-letters replay --all --kafka-properties y | y cannot be read
            dead-letters replay --all         | No stack runs on
            up --kafka-properties y           | only with --kafka
            up --kafka localhost:1 --kafka-properties y | y cannot be read
            dead-letters replay --all --kafka localhost:1 --registry nowhere | write it like http
            """)
    void answersWrongUseWithOneLineAndExitCode2(String arguments, String expected) {
        int exit = run((arguments + " --data-dir " + directory.resolve("none"))
                .replaceAll("^(simulate.*|bench stall.*|upp|dead-letters) --data-dir .*", "$1")
                .split(" (?=(?:[^']*'[^']*')*[^']*$)"));

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("nhip-cho: ").contains(expected);
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void asksForACommand() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).startsWith("nhip-cho: Say which command: up, query,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up",
                "query",
                "reconcile",
                "migrate",
                "simulate",
                "bench",
                "alerts",
                "alerts contact",
                "report",
                "report import",
                "notify",
                "bench stall",
                "alerts-prior",
                "dead-letters",
                "dead-letters list",
                "dead-letters show",
                "dead-letters replay"
            })
    void helpsWithEveryCommand(String command) {
        assertThat(run((command + " --help").strip().split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: nhip-cho " + command);
    }

    @Test
    void refusesAWrongAlertRuleFileBeforeAnythingStarts() throws IOException {
        Path rules = directory.resolve("rules.yaml");
        Files.writeString(rules, "seller_stalled:\n  probabilty: -1\n");
        Path data = directory.resolve("data");

        assertThat(run(
                        "up",
                        "--alert-rules",
                        rules.toString(),
                        "--data-dir",
                        data.toString(),
                        "--clickhouse-port",
                        "0",
                        "--kafka-port",
                        "0",
                        "--registry-port",
                        "0",
                        "--flink-port",
                        "0"))
                .isEqualTo(2);

        assertThat(err.toString()).contains("did you mean probability?").contains("; line 1, seller_quiet: is missing");
    }

    @Test
    void pointsToUpWhereThereAreNoFigures() {
        Path none = directory.resolve("none");

        assertThat(run("query", "SELECT 1", "--data-dir", none.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("no figures in " + none).contains("nhip-cho up");
        assertThat(none).doesNotExist();
    }

    @Test
    void saysThatADataDirectoryIsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("README.md"), "not a folder");

        for (String command : new String[] {"up", "reconcile"}) {
            assertThat(run(command, "--data-dir", file.toString())).isEqualTo(2);
            assertThat(err.toString())
                    .isEqualTo("nhip-cho: --data-dir: " + file.toAbsolutePath() + " is a file; give a folder\n");
            err.getBuffer().setLength(0);
        }
    }

    @Test
    void saysThatAClickHouseElsewhereDoesNotAnswer() {
        assertThat(run("query", "SELECT 1", "--clickhouse", "http://127.0.0.1:1"))
                .isEqualTo(3);

        assertThat(err.toString()).isEqualTo("nhip-cho: No ClickHouse answers at http://127.0.0.1:1; is it up?\n");
    }

    @Test
    void takesOptionsFromTheEnvironment() {
        var line = NhipCho.commandLine();
        var defaults = new EnvironmentDefaults(Map.of("NHIP_CHO_KAFKA_PORT", "1", "NHIP_CHO_ZONE", "UTC"));
        CommandLine up = line.getSubcommands().get("up");

        assertThat(defaults.defaultValue(up.getCommandSpec().findOption("--kafka-port")))
                .isEqualTo("1");
        assertThat(defaults.defaultValue(up.getCommandSpec().findOption("--zone")))
                .isEqualTo("UTC");
        assertThat(defaults.defaultValue(up.getCommandSpec().findOption("--flink-port")))
                .isNull();
    }

    private int run(String... arguments) {
        CommandLine line = NhipCho.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(java.util.Arrays.stream(arguments)
                .map(argument -> argument.replaceAll("^'|'$", ""))
                .toArray(String[]::new));
    }
}
