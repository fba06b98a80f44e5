package vn.nhipcho.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.nhipcho.local.check.Machine.Port;

class StartCheckTest {
    private static final long GIB = 1L << 30;
    private static final Port KAFKA = new Port("kafka", 9092);
    private static final Port FLINK = new Port("flink", 8081);

    @Test
    void findsNothingOnAMachineThatFits() {
        var check = StartCheck.of(machine(8 * GIB, 16 * GIB, Map.of(KAFKA, true, FLINK, true)), true);

        assertThat(check.problems()).isEmpty();
        assertThat(check.findings())
                .isEqualTo("Linux amd64, Java 17, 8.0 GiB disk free, 16.0 GiB memory, ports 8081 9092");
    }

    @Test
    void listsEverythingAtOnceWithWhatToDo() {
        var check = StartCheck.of(
                new Machine("Windows 11", "amd64", 11, GIB, true, GIB, false, Map.of(KAFKA, false)), true);

        assertThat(check.problems())
                .containsExactly(
                        "The embedded ClickHouse needs Linux or macOS on x86-64 or arm64, this is Windows 11 on amd64: "
                                + "give --clickhouse URL of another one",
                        "Java 11 is too old: install a JDK of 17 or newer",
                        "Only 1.0 GiB of disk are free, 3.0 GiB are needed: make room, or put --data-dir on another disk",
                        "Only 1.0 GiB of memory are free, 2.5 GiB are needed: end other programs, or use engines elsewhere",
                        "Port 9092 is taken: end what listens there, or choose another with --kafka-port");
    }

    @Test
    void noticesTwoServicesOnOnePort() {
        Map<Port, Boolean> ports =
                new TreeMap<>(Map.of(new Port("kafka", 9000), true, new Port("registry", 9000), true));

        assertThat(StartCheck.of(machine(8 * GIB, 16 * GIB, ports), true).problems())
                .isEqualTo(List.of("--kafka-port and --registry-port are both 9000: give one of them another number"));
    }

    @Test
    void asksForLittleMemoryWhenEnginesRunElsewhere() {
        assertThat(StartCheck.of(machine(8 * GIB, GIB, Map.of()), false).problems())
                .isEmpty();
    }

    private static Machine machine(long disk, long memory, Map<Port, Boolean> ports) {
        return new Machine("Linux", "amd64", 17, disk, true, memory, true, new TreeMap<>(ports));
    }
}
