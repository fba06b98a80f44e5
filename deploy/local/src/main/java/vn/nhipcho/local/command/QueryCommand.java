package vn.nhipcho.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;

/** {@code query}: any SQL, TSV with a header line out. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Prints the answer to a SQL statement as TSV with a header line.",
        footer = {
            "",
            "The views to read are in the database 'market': market.sales, market.order_lines, market.ledger …"
        })
public final class QueryCommand implements Callable<Integer> {
    @Parameters(arity = "1", paramLabel = "SQL", description = "One statement.")
    private String sql;

    @Mixin
    private ClickHouseOptions clickhouse;

    @Override
    public Integer call() throws InterruptedException {
        if (sql.isBlank()) {
            throw new WrongUse("The SQL statement is empty");
        }
        try (var reached = clickhouse.reach("query")) {
            new ClickHouseHttp(reached.config()).copy(sql, System.out);
            return NhipCho.DONE;
        } catch (SqlRefused e) {
            if (e.isOfTheStatement()) {
                throw new WrongUse(e.getMessage());
            }
            throw new Failure(e.getMessage());
        }
    }
}
