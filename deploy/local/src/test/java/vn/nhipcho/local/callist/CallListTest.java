package vn.nhipcho.local.callist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.nhipcho.alert.Severity;
import vn.nhipcho.local.callist.CallList.Wanted;
import vn.nhipcho.notifier.Areas;
import vn.nhipcho.notifier.OpenAlert;

class CallListTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Instant OPENED = Instant.parse("2026-11-20T03:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final Areas AREAS = new Areas(
            Map.of("934", "Huyện Phụng Hiệp", "935", "Huyện Vị Thủy"), Map.of("31396", "Xã Hòa An"), List.of(), TODAY);
    private static final Wanted EVERYTHING = new Wanted(null, null, false);

    @Test
    void readsAsACallerWouldReadIt() {
        List<OpenAlert> open = List.of(
                alert("a1", "s1", "seller_stalled", "934", Severity.WARNING, null),
                alert("a2", "s2", "seller_stalled", "934", Severity.WARNING, TODAY.plusDays(3)),
                alert("a3", "s1", "seller_quiet_30", "934", Severity.NOTICE, null));

        assertThat(printed(open, EVERYTHING)).isEqualTo("""
                *** DỮ LIỆU MÔ PHỎNG ***
                Danh sách cần gọi: 1 cảnh báo đang mở của 1 gian hàng, ở 1 địa bàn · dữ liệu đến 10:00 24/11/2026
                Đã hẹn gọi lại, chưa đến ngày: 1 cảnh báo (xem bằng --all)

                === Huyện Phụng Hiệp (934) · 1 cảnh báo
                  1. CẢNH BÁO Gian hàng ngưng trệ · 1.250.000 VND · mở từ 20/11/2026
                     s1 · Xã Hòa An · shopee / shop-s1
                     Thường 3 ngày có một đơn, nay đã 24 ngày (đến nay 28 ngày)
                     Đơn: O-1, O-2
                     Nguyên nhân có thể: hết hàng
                     Việc cần làm: Hỏi ngày có hàng lại.
                     Mã: a1
                Chỉ tổng hợp, không gọi từng gian hàng: Không có đơn 30 ngày 1
                """);
    }

    @Test
    void showsTheUrgentDistrictFirst() {
        List<OpenAlert> open = List.of(
                alert("a1", "s1", "seller_stalled", "934", Severity.WARNING, null),
                alert("a2", "s2", "order_unconfirmed", "935", Severity.URGENT, null));

        assertThat(printed(open, EVERYTHING)).containsSubsequence("Huyện Vị Thủy", "KHẨN", "Huyện Phụng Hiệp");
    }

    @Test
    void staysReadableWithTwelveThousandAlerts() {
        List<OpenAlert> open = IntStream.range(0, 12_000)
                .mapToObj(i ->
                        alert("a" + i, "s" + i, "order_unconfirmed", i % 2 == 0 ? "934" : "935", Severity.URGENT, null))
                .toList();

        assertThat(printed(open, EVERYTHING).lines().count()).isLessThan(200);
        assertThat(printed(open, EVERYTHING)).contains("… và 5.990 gian hàng khác: Đơn chờ xác nhận 5.990");
        assertThat(printed(open, new Wanted(null, "huyện vị thủy", true))
                        .lines()
                        .filter(line -> line.contains("Mã: ")))
                .hasSize(6_000);
    }

    @Test
    void listsQuietSellersWhenTheirRuleIsAskedFor() {
        List<OpenAlert> open = List.of(alert("a3", "s1", "seller_quiet_30", "934", Severity.NOTICE, null));

        assertThat(printed(open, new Wanted("seller_quiet_30", null, false))).contains("Mã: a3");
    }

    @Test
    void writesEveryAlertAsCsvWithQuotesWhereNeeded() throws Exception {
        OpenAlert alert = alert("a1", "s,\"1\"", "seller_stalled", "934", Severity.WARNING, TODAY.plusDays(1));
        var out = new StringBuilder();

        new AlertsCsv(AREAS, ZONE, "", NOW, TODAY).write(List.of(alert), out);

        assertThat(out.toString().split("\r\n")).hasSize(2);
        assertThat(out.toString())
                .startsWith("alert_id,severity,rule,")
                .contains("a1,warning,seller_stalled,")
                .contains(",\"s,\"\"1\"\"\",")
                .contains(",\"O-1,O-2\",")
                .contains(",2026-11-25,true,");
    }

    private static String printed(List<OpenAlert> alerts, Wanted wanted) {
        var bytes = new ByteArrayOutputStream();
        List<OpenAlert> open = Stream.of(alerts)
                .flatMap(List::stream)
                .sorted(OpenAlert.MOST_URGENT_FIRST)
                .toList();
        long snoozed = open.stream().filter(alert -> alert.isSnoozedOn(TODAY)).count();
        new ListPrinter(AREAS, ZONE, "VND", "DỮ LIỆU MÔ PHỎNG", NOW)
                .print(
                        CallList.sections(CallList.byArea(open, AREAS, wanted), wanted, 10, TODAY),
                        snoozed,
                        new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static OpenAlert alert(
            String id, String seller, String rule, String district, Severity severity, LocalDate nextOn) {
        return new OpenAlert(
                id,
                rule,
                seller,
                district,
                "31396",
                "(none)",
                severity,
                OPENED,
                OPENED,
                "Thường 3 ngày có một đơn, nay đã 24 ngày",
                OPENED.minusSeconds(24 * 86_400),
                "shopee",
                "shop-" + seller,
                List.of("O-1", "O-2"),
                null,
                new BigDecimal("1250000.00"),
                "out_of_stock",
                "Hỏi ngày có hàng lại.",
                false,
                new OpenAlert.Further(seller, "93", "HOUSEHOLD", "", "{}"),
                nextOn);
    }
}
