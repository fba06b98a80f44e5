package vn.nhipcho.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the run as a whole came to.
 *
 * @param endToEndToDecodeOnly rate of the one by the rate of the other: 1 would mean that all but reading is free
 * @param cpuOfSalesFlinkSqlToSalesTotals processor time of the one for an event by that of the other; above 1: the sales job is
 *     cheaper
 * @param cpuOfSalesFlinkSqlToEndToEnd the same by that of the whole sales job, with facts, successes and ledger
 * @param peakMemoryBytes resident, by process; empty where the system does not tell
 * @param peakMemoryBytesSum no less than what they ever had together, since their peaks may lie apart
 */
@JsonNaming(SnakeCaseStrategy.class)
record Summary(
        @JsonProperty("measurement") String name,
        long events,
        double endToEndToDecodeOnly,
        double cpuOfSalesFlinkSqlToSalesTotals,
        double cpuOfSalesFlinkSqlToEndToEnd,
        SortedMap<String, Long> peakMemoryBytes,
        long peakMemoryBytesSum,
        long jobJarBytes,
        int cores,
        double loadAverage) {

    static Summary of(
            Measurement decodeOnly,
            Measurement endToEnd,
            Measurement totals,
            Measurement flinkSql,
            Map<String, Long> peakMemoryBytes,
            long jobJarBytes,
            Load load) {
        double ratio = (endToEnd.events() / endToEnd.seconds()) / (decodeOnly.events() / decodeOnly.seconds());
        return new Summary(
                "summary",
                endToEnd.events(),
                rounded(ratio),
                rounded(flinkSql.cpuSecondsPerMillionEvents() / totals.cpuSecondsPerMillionEvents()),
                rounded(flinkSql.cpuSecondsPerMillionEvents() / endToEnd.cpuSecondsPerMillionEvents()),
                new TreeMap<>(peakMemoryBytes),
                peakMemoryBytes.values().stream().mapToLong(Long::longValue).sum(),
                jobJarBytes,
                load.cores(),
                load.loadAverage());
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * 1000) / 1000.0;
    }
}
