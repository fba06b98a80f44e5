package vn.nhipcho.importer;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;

/**
 * The importers on public data kept beside the checkout; skipped where it is absent, or failing there when the system
 * property {@code nhipcho.reference-data} is {@code required}.
 */
class RealDataIT {
    private static final Path SHARED = Path.of(System.getProperty("nhipcho.shared", "../../shared"));

    @Test
    void olistGivesTheReferenceTotals() throws Exception {
        var collected = Collected.from("olist:" + data("olist"), ZoneId.of("America/Sao_Paulo"));

        var total = rows("olist_sample20k_total.csv").get(1);
        var placed =
                collected.orders().filter(order -> order.getLines() != null).toList();
        var lines = placed.stream().flatMap(order -> order.getLines().stream()).toList();
        assertThat(collected.rejected).isEmpty();
        assertThat(collected.events)
                .isSortedAccordingTo((a, b) -> a.occurredAt().compareTo(b.occurredAt()));
        assertThat(placed.stream()
                        .filter(order -> !order.getLines().isEmpty())
                        .map(OrderEvent::getOrderId)
                        .distinct())
                .hasSize(Integer.parseInt(total[0]));
        assertThat(lines).hasSize(Integer.parseInt(total[1]));
        assertThat(sum(lines, false)).isEqualByComparingTo(total[2]);
        assertThat(sum(lines, true)).isEqualByComparingTo(total[3]);
        assertThat(ids(collected)).hasSameSizeAs(collected.events);
    }

    @Test
    void olistGivesTheReferenceStatuses() throws Exception {
        var collected = Collected.from("olist:" + data("olist"), ZoneId.of("America/Sao_Paulo"));

        Map<String, Long> expected = new HashMap<>();
        rows("olist_sample20k_status.csv").stream()
                .skip(1)
                .forEach(row -> expected.merge(row[0], Long.valueOf(row[2]), Long::sum));
        Map<String, String> finals = new HashMap<>();
        collected
                .orders()
                .filter(OrderEvent::getStatusIsSnapshot)
                .forEach(order -> finals.put(order.getOrderId(), order.getStatusRaw()));
        assertThat(finals.values().stream().collect(groupingBy(status -> status, counting())))
                .isEqualTo(expected);
    }

    @Test
    void agmarknetAcceptsAndRefusesWhatTheReferenceDoes() throws Exception {
        var collected = Collected.from("agmarknet:" + data("agmarknet_karnataka"), ZoneId.of("Asia/Kolkata"));

        Map<String, Long> expected = new HashMap<>();
        long rows = 0;
        for (String[] row : rows("agmarknet_dev_rejects.csv").stream().skip(1).toList()) {
            rows += Long.parseLong(row[1]);
            expected.put(row[0], Long.valueOf(row[2]));
        }
        assertThat(collected.rejected.stream().collect(groupingBy(RejectedLine::file, counting())))
                .isEqualTo(expected);
        assertThat(collected.orders().count()).isEqualTo(rows - collected.rejected.size());
        assertThat(ids(collected)).hasSameSizeAs(collected.events);
    }

    @Test
    void agmarknetGivesTheReferenceTonnes() throws Exception {
        var collected = Collected.from("agmarknet:" + data("agmarknet_karnataka"), ZoneId.of("Asia/Kolkata"));

        var tonnes = BigDecimal.ZERO;
        for (String[] row : rows("agmarknet_dev_district_commodity_month.csv").stream()
                .skip(1)
                .toList()) {
            tonnes = tonnes.add(new BigDecimal(row[4]));
        }
        var sent = collected
                .orders()
                .map(order -> order.getLines().get(0).getQuantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sent).isEqualByComparingTo(tonnes);
    }

    private static HashSet<String> ids(Collected collected) {
        var ids = new HashSet<String>();
        collected.events.forEach(event -> ids.add(event.event().get(0).toString()));
        return ids;
    }

    private static BigDecimal sum(List<OrderLine> lines, boolean shipping) {
        return lines.stream()
                .map(line -> shipping ? line.getShippingFee() : line.getUnitPrice())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Path data(String name) {
        var folder = SHARED.resolve("data").resolve(name);
        boolean there = Files.isDirectory(folder);
        String missing = folder.toAbsolutePath().normalize() + " is not there; set -Dshared.dir=…";
        if (System.getProperty("nhipcho.reference-data", "").equals("required")) {
            assertThat(there).as(missing).isTrue();
        }
        assumeTrue(there, "skipped: " + missing);
        return folder;
    }

    private static List<String[]> rows(String reference) throws IOException {
        return Files.readAllLines(SHARED.resolve("data/reference").resolve(reference)).stream()
                .map(line -> line.split(","))
                .toList();
    }
}
