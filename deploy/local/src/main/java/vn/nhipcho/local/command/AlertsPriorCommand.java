package vn.nhipcho.local.command;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.alert.Seasons;
import vn.nhipcho.alert.SellingTime;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Deployment;
import vn.nhipcho.evaluation.GammaPrior;
import vn.nhipcho.evaluation.Purchases;
import vn.nhipcho.local.Failure;
import vn.nhipcho.local.NhipCho;
import vn.nhipcho.local.WrongUse;
import vn.nhipcho.local.bench.StallBench;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;
import vn.nhipcho.local.clickhouse.SqlRefused;
import vn.nhipcho.model.Place;

/** {@code alerts-prior}: what the orders so far tell of a seller not yet known. */
@Command(
        name = "alerts-prior",
        mixinStandardHelpOptions = true,
        description = {
            "Estimates prior_r, prior_alpha_days and prior_life_days of the rule file from the orders in ClickHouse, by maximum likelihood.",
            "Time counts only in the season of what a seller sells; spans in which a shop was shut are not taken out."
        })
public final class AlertsPriorCommand implements Callable<Integer> {
    private static final String NEWEST = "SELECT toUnixTimestamp64Milli(max(placed_at)) FROM market.order_parts";
    private static final String SELLERS = """
            SELECT
                arrayStringConcat(arraySort(groupUniqArrayArray(commodities)), ',') AS commodities,
                arrayStringConcat(arraySort(groupArray(placed)), ',') AS placed_at
            FROM
            (
                SELECT
                    seller_id,
                    platform,
                    order_id,
                    toUnixTimestamp64Milli(any(placed_at)) AS placed,
                    groupUniqArray(commodity) AS commodities
                FROM market.order_lines
                WHERE seller_id != '' AND origin != 'INTERNAL'
                GROUP BY seller_id, platform, order_id
            )
            GROUP BY seller_id
            """;

    @Mixin
    private ClickHouseOptions clickhouse;

    @Override
    public Integer call() throws InterruptedException {
        try (var reached = clickhouse.reach("alerts-prior")) {
            List<Purchases> sellers = sellers(reached.config());
            StallBench.print(GammaPrior.estimate(sellers), sellers.size(), System.out);
            return NhipCho.DONE;
        } catch (SqlRefused | SQLException e) {
            throw new Failure("ClickHouse could not tell the orders", e);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e.getMessage());
        }
    }

    private static List<Purchases> sellers(ClickHouseConfig config) throws SqlRefused, SQLException {
        ZoneId zone = Deployment.read(config)
                .orElseThrow(() -> new WrongUse("There are no figures in this ClickHouse yet"))
                .zone();
        Seasons seasons = AlertSettings.standard(zone).seasons();
        var http = new ClickHouseHttp(config);
        long end = Long.parseLong(http.rows(NEWEST).get(0)[0]);
        List<Purchases> sellers = new ArrayList<>();
        for (String[] row : http.rows(SELLERS)) {
            Set<String> commodities = new TreeSet<>(List.of(row[0].split(",")));
            commodities.removeAll(Set.of("", Place.NONE, Place.UNKNOWN));
            long[] placedAt =
                    Arrays.stream(row[1].split(",")).mapToLong(Long::parseLong).toArray();
            sellers.add(Purchases.of(placedAt, SellingTime.of(commodities, seasons), end));
        }
        return sellers;
    }
}
