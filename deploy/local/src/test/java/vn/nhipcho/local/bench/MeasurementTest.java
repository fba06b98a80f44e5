package vn.nhipcho.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Load LOAD = new Load(2, 1.5);

    @Test
    void isOneJsonObjectWithItsRate() throws Exception {
        var decodeOnly = Measurement.of(Measured.DECODE_ONLY, 1_000, 0.8, null, LOAD);

        assertThat(JSON.writeValueAsString(decodeOnly))
                .isEqualTo(
                        "{\"measurement\":\"decode-only\",\"events\":1000,\"seconds\":0.8,\"events_per_second\":1250,"
                                + "\"cores\":2,\"load_average\":1.5}");
    }

    @Test
    void tellsTheFirstRowWhereRowsAreWritten() throws Exception {
        var endToEnd = Measurement.of(Measured.END_TO_END, 1_000, 3.0, 1.25, LOAD);

        assertThat(JSON.writeValueAsString(endToEnd))
                .isEqualTo("{\"measurement\":\"end-to-end\",\"events\":1000,\"seconds\":3.0,\"events_per_second\":333,"
                        + "\"seconds_to_first_row\":1.25,\"cores\":2,\"load_average\":1.5}");
    }

    @Test
    void isSummedUpAsRatioOfRatesAndSumOfPeaks() throws Exception {
        var decodeOnly = Measurement.of(Measured.DECODE_ONLY, 900, 3, null, LOAD);
        var endToEnd = Measurement.of(Measured.END_TO_END, 1_000, 8, 2.0, LOAD)
                .using(new TreeMap<>(Map.of("nhip-cho", 2.0)), null);
        var flinkSql = Measurement.of(Measured.SALES_FLINK_SQL, 2_000, 8, 2.0, LOAD)
                .using(new TreeMap<>(Map.of("nhip-cho", 9.0)), null);

        var totals = Measurement.of(Measured.SALES_TOTALS, 2_000, 8, 2.0, LOAD)
                .using(new TreeMap<>(Map.of("nhip-cho", 3.0)), null);

        var summary = Summary.of(decodeOnly, endToEnd, totals, flinkSql, Map.of("nhip-cho", 5L, "Kafka", 7L), 11, LOAD);

        assertThat(JSON.writeValueAsString(summary))
                .isEqualTo("{\"measurement\":\"summary\",\"events\":1000,\"end_to_end_to_decode_only\":0.417,"
                        + "\"cpu_of_sales_flink_sql_to_sales_totals\":3.0,"
                        + "\"cpu_of_sales_flink_sql_to_end_to_end\":2.25,"
                        + "\"peak_memory_bytes\":{\"Kafka\":7,\"nhip-cho\":5},\"peak_memory_bytes_sum\":12,"
                        + "\"job_jar_bytes\":11,\"cores\":2,\"load_average\":1.5}");
    }

    @Test
    void tellsProcessorTimeByProcessAndAMillionEventsAndTheRateByThatOfDecodingAlone() throws Exception {
        var decodeOnly = Measurement.of(Measured.DECODE_ONLY, 1_000, 1, null, LOAD);
        var discard = Measurement.of(Measured.SALES_DISCARD, 1_000, 4.0, null, LOAD)
                .using(new TreeMap<>(Map.of("Kafka", 0.5, "nhip-cho", 1.25)), 0.75)
                .comparedWith(decodeOnly);

        assertThat(JSON.writeValueAsString(discard))
                .isEqualTo(
                        "{\"measurement\":\"sales-discard\",\"events\":1000,\"seconds\":4.0,\"events_per_second\":250,"
                                + "\"rate_to_decode_only\":0.25,\"cpu_seconds_per_million_events\":1750.0,"
                                + "\"cpu_seconds\":{\"Kafka\":0.5,\"nhip-cho\":1.25},\"jit_cpu_seconds\":0.75,\"cores\":2,\"load_average\":1.5}");
    }

    @Test
    void readsProcessorTimeOfLivingProcesses() {
        var processes = Map.of("this", ProcessHandle.current().pid(), "none", Long.MAX_VALUE);
        var before = ProcessorTime.now(processes);

        assertThat(before.byProcess()).containsOnlyKeys("this");
        assertThat(ProcessorTime.now(processes).secondsSince(before).get("this"))
                .isNotNegative();
    }

    @Test
    void sharesLedgerAndContextOverOrdersAndTotalsOverCells() {
        var bytes = Map.of(
                "order-ledger", 900L, "seller-context", 100L, "total-sales", 50L, "total-successes", 40L, "other", 7L);

        var state = State.of(bytes, 4, 3);

        assertThat(state.bytesPerOrder()).isEqualTo(250);
        assertThat(state.bytesPerCell()).isEqualTo(30);
    }

    @Test
    void countsTheCompilersThreadsAlone() {
        String times = " S 1 2 3 0 -1 4194368 9 0 0 0 150 25 0 0 20 0";

        assertThat(JitTime.seconds("7 (C2 CompilerThre)" + times)).isEqualTo(1.75);
        assertThat(JitTime.seconds("8 (C1 CompilerThre)" + times)).isEqualTo(1.75);
        assertThat(JitTime.seconds("9 (GC Thread#0)" + times)).isZero();
        assertThat(JitTime.seconds("")).isZero();
    }

    @Test
    void readsThePeakAndNotThePresentMemory() {
        var status = Stream.of("Name:\tjava", "VmPeak:\t 9000 kB", "VmHWM:\t    2048 kB", "VmRSS:\t    1024 kB");

        assertThat(PeakMemory.read(status)).hasValue(2_097_152);
        assertThat(PeakMemory.read(Stream.of("Name:\tkthreadd"))).isEmpty();
    }
}
