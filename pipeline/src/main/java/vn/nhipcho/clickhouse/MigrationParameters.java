package vn.nhipcho.clickhouse;

import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * What migrations leave open: {@code ${zone}}, and where tables are replicated {@code ${on_cluster}} and
 * {@code ${replicated}}. The currency is recorded with the zone and cannot change afterwards either.
 *
 * @param cluster name of the cluster whose nodes all get the tables, replicated; null: one node, plain engines
 */
public record MigrationParameters(ZoneId zone, String currency, String cluster) {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_{}-]+");

    public MigrationParameters {
        if (currency == null || !CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("currency must be a code of three capitals such as VND, is " + currency);
        }
        if (cluster != null && !NAME.matcher(cluster).matches()) {
            throw new IllegalArgumentException("cluster must be a name of letters, digits, _ and -, is " + cluster);
        }
    }

    public static MigrationParameters oneNode(ZoneId zone, String currency) {
        return new MigrationParameters(zone, currency, null);
    }

    String fillIn(String sql) {
        return sql.replace("${zone}", zone.getId())
                .replace("${on_cluster}", cluster == null ? "" : "ON CLUSTER '" + cluster + "'")
                .replace("${replicated}", cluster == null ? "" : "Replicated");
    }
}
