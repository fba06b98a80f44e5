package vn.nhipcho.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.nhipcho.clickhouse.ClickHouseConfig;
import vn.nhipcho.clickhouse.Reconcile;
import vn.nhipcho.embedded.clickhouse.EmbeddedClickHouse;
import vn.nhipcho.embedded.clickhouse.ServerOptions;
import vn.nhipcho.local.CommandLineOf;
import vn.nhipcho.local.clickhouse.ClickHouseHttp;

/** The report of a season that can be added up by hand; the steps build on each other. */
@TestMethodOrder(OrderAnnotation.class)
class ReportIT {
    @TempDir
    static Path folder;

    private static EmbeddedClickHouse engine;
    private static ClickHouseConfig config;
    private static final StringWriter ERR = new StringWriter();
    /** Reports that were made since the figures changed last. */
    private static final Map<List<String>, Map<String, Map<String, List<String>>>> MADE = new HashMap<>();

    @BeforeAll
    static void load() throws Exception {
        engine = EmbeddedClickHouse.start(ServerOptions.at(folder.resolve("clickhouse")));
        config = ClickHouseConfig.at(engine.url());
        KnownSeason.load(config, folder.resolve("reference"));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    @Order(1)
    void standsOnTotalsThatEqualTheFacts() throws Exception {
        Reconcile.Result result = Reconcile.run(config);

        assertThat(result.first()).isEmpty();
        assertThat(result.cells()).isGreaterThan(1_000);
    }

    @Test
    @Order(2)
    void importsReportedFiguresWholeOrNotAtAll() throws Exception {
        Path file = folder.resolve("figures.csv");
        String right = """
                indicator,period,place,platform,value,document,as_of
                training_turns,2026-07,93,voso,120,Báo cáo số 1,2026-07-15
                training_turns,2026-07,93,buudien,30,Báo cáo số 1,2026-07-15
                training_courses,2026-06,93,,3,Báo cáo số 2,2026-06-15
                """;
        Files.writeString(file, right + "press_items,2026-07,99999,,1,Báo cáo số 3,2026-07-15\n");
        assertThat(run("report", "import", file.toString())).isEqualTo(2);
        assertThat(ERR.toString()).contains("figures.csv: line 5: there is no place '99999'");
        assertThat(one("SELECT count() FROM market.reported_figures")).isEqualTo("0");

        Files.writeString(file, right);
        assertThat(run("report", "import", file.toString())).as(ERR.toString()).isZero();
        assertThat(run("report", "import", file.toString())).isZero();
        assertThat(one("SELECT count(), sum(value) FROM market.reported_figures"))
                .isEqualTo("3 153");
    }

    @Test
    @Order(3)
    void listsTheIndicatorsOfTheReportingMonth() throws Exception {
        Map<String, List<String>> rows = table("1. Các chỉ tiêu chủ yếu", "--period", "2026-07");

        assertThat(rows)
                .containsEntry("Hộ có tài khoản đã kích hoạt", row("hộ", "10", NO, "–", "–", "–", "–", ""))
                .containsEntry("Tài khoản người bán đã kích hoạt", row("tài khoản", "24", NO, "–", "–", "–", "–", ""))
                .containsEntry("Tài khoản hoạt động (theo Bộ)", row("tài khoản", "26", NO, "–", "26", "–", "–", ""))
                .containsEntry("Gian hàng đang bày bán", row("gian hàng", "4", "0", "–", "–", "–", "–", ""))
                .containsEntry("Sản phẩm đang bày bán", row("sản phẩm", "3", "0", "–", "–", "–", "–", ""))
                .containsEntry("Loại sản phẩm OCOP trên sàn", row("loại", "1", "0", "–", "–", "–", "–", ""))
                .containsEntry(
                        "Tỷ lệ sản phẩm OCOP còn hạn đã lên sàn",
                        row(
                                "%",
                                "50",
                                "0",
                                "–",
                                "–",
                                "–",
                                "–",
                                "Thực hiện trong kỳ: 1/2; dưới 30 | Cùng kỳ năm trước: 0/3; dưới 30"))
                // Over Voso alone, which was connected in both: 160 against 40.
                .containsEntry(
                        "Giao dịch (đơn hàng thành công)",
                        row(
                                "giao dịch",
                                "240",
                                "40",
                                "300",
                                "244",
                                "480",
                                "50.83",
                                "Kế hoạch: năm 2026 | Đạt so với kế hoạch: chậm tiến độ"))
                .containsEntry("Giá trị giao dịch", row("đồng", "26760000", "4000000", "344", "27410000", "–", "–", ""))
                .containsEntry(
                        "Giá trị bình quân một giao dịch",
                        row(
                                "đồng",
                                "111500",
                                "100000",
                                "11",
                                "112336.07",
                                "–",
                                "–",
                                "Thực hiện trong kỳ: 26,8 triệu đồng/240 | Cùng kỳ năm trước: 4,0 triệu đồng/40"
                                        + " | Lũy kế từ đầu năm: 27,4 triệu đồng/244"))
                .containsEntry(
                        "Hộ có giao dịch", row("hộ", "10", "7", "42.86", "10", "–", "–", "So với cùng kỳ: dưới 30"))
                .containsEntry(
                        "Tài khoản có giao dịch",
                        row("tài khoản", "24", "8", "100", "24", "–", "–", "So với cùng kỳ: dưới 30"))
                .containsEntry(
                        "Sản lượng quy ra kg",
                        row(
                                "kg",
                                "600",
                                "100",
                                "300",
                                "620",
                                "–",
                                "–",
                                "Thực hiện trong kỳ: trừ 120/240 dòng hàng | Cùng kỳ năm trước: trừ 20/40 dòng hàng"
                                        + " | Lũy kế từ đầu năm: trừ 120/244 dòng hàng"))
                .containsEntry("Đơn hàng bị trả lại (theo ngày trả)", row("đơn", "3", "0", "–", "3", "–", "–", ""))
                .containsEntry(
                        "Tỷ lệ thành công của đơn đặt trong kỳ",
                        row(
                                "%",
                                "90",
                                "100",
                                "–",
                                "89.63",
                                "–",
                                "–",
                                "Thực hiện trong kỳ: 225/250; tạm tính | Cùng kỳ năm trước: 40/40"
                                        + " | Lũy kế từ đầu năm: 242/270; tạm tính"))
                .containsEntry(
                        "Lớp tập huấn",
                        row("lớp", NO, NO, "–", "3", "–", "–", "Lũy kế từ đầu năm: theo báo cáo; 1/7 tháng"))
                .containsEntry(
                        "Lượt người được tập huấn",
                        row(
                                "lượt",
                                "150",
                                NO,
                                "–",
                                "150",
                                "100",
                                "150",
                                "Thực hiện trong kỳ: theo báo cáo | Lũy kế từ đầu năm: theo báo cáo; 1/7 tháng"
                                        + " | Đạt so với kế hoạch: đạt tiến độ"))
                .containsEntry("Tin, bài trên báo chí địa phương", row("tin, bài", NO, NO, "–", NO, "–", "–", ""));
    }

    @Test
    @Order(3)
    void ranksLocalitiesAndPutsThoseOfTooFewSellersTogether() throws Exception {
        Map<String, List<String>> rows =
                table("3. Xếp hạng địa phương", "--period", "2026-07", "--boundary", "district");

        assertThat(rows)
                .containsExactly(
                        Map.entry("Huyện Phụng Hiệp", row("1", "80", "8280000", "30.94", "103500", "8", "")),
                        Map.entry("Huyện Châu Thành A", row("2", "60", "6630000", "24.78", "110500", "6", "")),
                        Map.entry("Huyện Vị Thủy", row("3", "50", "6050000", "22.61", "121000", "5", "")),
                        Map.entry(
                                "Các địa phương còn lại (2 địa phương, gộp)",
                                row("–", "50", "5800000", "21.67", "116000", "5", "")),
                        Map.entry("Cả địa bàn", row("–", "240", "26760000", "100", "111500", "24", "")));
    }

    @Test
    @Order(3)
    void listsMarketplacesGoodsAndCooperatives() throws Exception {
        assertThat(table("2. Theo sàn thương mại điện tử", "--period", "2026-07"))
                .containsEntry(
                        "Voso.vn (Vỏ Sò) (thuộc chương trình)",
                        row("1", "160", "17760000", "66.37", "111000", "16", ""))
                .containsEntry("Shopee", row("2", "80", "9000000", "33.63", "112500", "8", ""));
        assertThat(table("4. Mặt hàng", "--period", "2026-07"))
                .containsEntry("Sản phẩm chế biến", row("1", "120", "13440000", "50.22", "–", "–", ""))
                .containsEntry("Khóm Cầu Đúc", row("2", "120", "13320000", "49.78", "600", "22200", ""));
        assertThat(table("6. Hợp tác xã, tổ hợp tác", "--period", "2026-07"))
                .containsExactly(Map.entry("Hợp tác xã", row("2", "1", "0", "1", "50", "6050000", "22.61", "")));
        assertThat(table("6b. Hợp tác xã, tổ hợp tác có từ 5 tài khoản trở lên", "--period", "2026-07"))
                .containsEntry("HTX Một (mô phỏng)", row("1", "50", "6050000", "22.61", "121000", "5", ""));
    }

    /** Four cooperatives' accounts could be told from the total minus the households. */
    @Test
    @Order(3)
    void showsNoTypeOfSellerWhereTheOtherWouldFollowFromTheTotal() throws Exception {
        assertThat(table("5. Theo loại người bán", "--period", "2026-07"))
                .containsOnlyKeys("Các loại còn lại (2 loại, gộp)", "Cả địa bàn");
    }

    @Test
    @Order(3)
    void countsSellersThatNeedSupportByReason() throws Exception {
        assertThat(table("7. Gian hàng cần hỗ trợ theo lý do", "--period", "2026-07"))
                .containsExactly(
                        Map.entry("Ngưng bán so với nhịp bán thường ngày", row("8", "8", "0", "")),
                        Map.entry("nguyên nhân khác (gộp)", row("8", "–", "–", "")),
                        Map.entry("Từng bán, 30 ngày nay không có đơn", row("dưới 5", "dưới 5", "0", "")),
                        Map.entry("Dừng ở một bước tham gia sàn", row("7", "0", "5", "")),
                        Map.entry("đã kích hoạt, chưa đăng sản phẩm", row("7", "–", "–", "")));
    }

    @Test
    @Order(3)
    void equalsTheFactsInEveryPeriodAndCalendar() throws Exception {
        for (List<String> period : List.of(
                List.of("--period", "2026-Q3"),
                List.of("--period", "2026-H1"),
                List.of("--period", "2026"),
                List.of("--period", "2026-W26"),
                List.of("--period", "2026-07", "--calendar", "calendar"),
                List.of("--from", "2026-06-14", "--to", "2026-06-14"))) {
            String[] options = period.toArray(String[]::new);
            Map<String, List<String>> rows = table("1. Các chỉ tiêu chủ yếu", options);
            String dates = dates(period);
            String[] facts = one("SELECT count(), sum(gross) FROM market.order_lines WHERE origin != 'INTERNAL'"
                            + " AND least(ifNull(delivered_at, completed_at), ifNull(completed_at, delivered_at)) IS NOT NULL"
                            + " AND toDate(success_at) BETWEEN " + dates)
                    .split(" ");
            // Until 14 June all orders are of one seller.
            boolean isOfTooFew = dates.endsWith("'2026-06-14'");
            assertThat(rows.get("Giao dịch (đơn hàng thành công)").get(1))
                    .as(period.toString())
                    .isEqualTo(isOfTooFew ? "dưới 5" : facts[0]);
            assertThat(rows.get("Giá trị giao dịch").get(1)).isEqualTo(isOfTooFew ? "dưới 5" : facts[1]);
        }
    }

    private static String dates(List<String> period) {
        return switch (period.get(1)) {
            case "2026-Q3" -> "'2026-06-15' AND '2026-09-14'";
            case "2026-H1" -> "'2025-12-15' AND '2026-06-14'";
            case "2026" -> "'2025-12-15' AND '2026-12-14'";
            case "2026-W26" -> "'2026-06-22' AND '2026-06-28'";
            case "2026-07" -> "'2026-07-01' AND '2026-07-31'";
            default -> "'2026-06-14' AND '2026-06-14'";
        };
    }

    @Test
    @Order(3)
    void writesTheSameFiguresAsHtmlAndAsAWorkbook() throws Exception {
        Path html = folder.resolve("report.html");
        Path xlsx = folder.resolve("report.xlsx");
        assertThat(run("report", "--period", "2026-07", "--out", html.toString()))
                .isZero();
        assertThat(run("report", "--period", "2026-07", "--out", xlsx.toString()))
                .isZero();

        assertThat(Files.readString(html))
                .contains("DỮ LIỆU MÔ PHỎNG")
                .contains("Tháng 7 năm 2026 (từ ngày 15/6/2026 đến hết ngày 14/7/2026)")
                .contains("Số liệu tính đến 10 giờ 05 phút ngày 20/7/2026")
                .contains("Địa bàn: tỉnh Hậu Giang cũ, thuộc thành phố Cần Thơ")
                .contains("Cùng kỳ tính trên 1/2 sàn có kết nối ở cả hai kỳ: Voso.vn (Vỏ Sò).")
                .contains(">26,8 triệu đồng</div>", ">240</td>", ">111.500<span");
        try (var book = new ReadableWorkbook(Files.newInputStream(xlsx))) {
            assertThat(book.findSheet("Chỉ tiêu").orElseThrow().read()).anySatisfy(row -> {
                assertThat(row.getCellText(0)).isEqualTo("Giá trị giao dịch");
                assertThat(row.getCell(2).asNumber()).isEqualByComparingTo("26760000");
            });
        }
    }

    @Test
    @Order(3)
    void speaksEnglish() throws Exception {
        assertThat(table("3. Ranking of localities", "--period", "2026-07", "--boundary", "district", "--lang", "en"))
                .containsKeys("Huyện Vị Thủy", "Other localities (2, together)");
    }

    @Test
    @Order(3)
    void refusesWhatIsNotThereYet() throws Exception {
        assertThat(run("report", "--period", "2027-01")).isEqualTo(2);
        assertThat(ERR.toString()).contains("2027-01 begins on 2026-12-15, and the figures reach to 2026-07-20 only");
        assertThat(run("report", "--period", "2026-Q3", "--issue")).isEqualTo(2);
        assertThat(ERR.toString()).contains("--issue: 2026-Q3 ends on 2026-09-14");
        assertThat(one("SELECT count() FROM market.issued_reports")).isEqualTo("0");
    }

    @Test
    @Order(4)
    void showsWhatWasReportedAndWhatHoldsNow() throws Exception {
        String[] options = {"--period", "2026-07", "--boundary", "district"};
        Path html = folder.resolve("issued.html");
        assertThat(run("report", "--period", "2026-07", "--boundary", "district", "--issue", "--out", html.toString()))
                .as(ERR.toString())
                .isZero();
        assertThat(Files.readString(html)).contains("Bản phát hành lần 1, lúc ");
        assertThat(one("SELECT place, period, calendar, language, version, first_day, last_day, length(figures) > 1000"
                        + " FROM market.issued_reports"))
                .isEqualTo("93 2026-07 admin vi 1 2026-06-15 2026-07-14 1");

        KnownSeason.addLateOrder(config);
        MADE.clear();
        assertThat(Reconcile.run(config).isClean()).isTrue();

        Map<String, List<String>> compared = tableStartingWith("8. Đối chiếu với bản phát hành lần 1", options);
        assertThat(compared)
                .containsEntry("Giao dịch (đơn hàng thành công)", row("số lượng", "240", "241", "1", ""))
                .containsEntry("Giá trị giao dịch", row("đồng", "26760000", "27060000", "300000", ""))
                .containsEntry("Tài khoản có giao dịch", row("số lượng", "24", "24", "0", ""))
                .containsEntry("Địa phương – Huyện Phụng Hiệp – Giao dịch", row("số lượng", "80", "81", "1", ""))
                .doesNotContainKey("Địa phương – Huyện Vị Thủy – Giao dịch");
        assertThat(table("1. Các chỉ tiêu chủ yếu", options).get("Giao dịch (đơn hàng thành công)"))
                .startsWith("giao dịch", "241");

        assertThat(run("report", "--period", "2026-07", "--boundary", "district", "--issue", "--out", html.toString()))
                .isZero();
        MADE.clear();
        assertThat(Files.readString(html))
                .contains("Bản phát hành lần 2, lúc ")
                .contains("8. Đối chiếu với bản phát hành lần 1");
        assertThat(tableStartingWith("8. Đối chiếu với bản phát hành lần 2", options))
                .allSatisfy((label, row) -> assertThat(row.get(3)).isEqualTo("0"));
    }

    @Test
    @Order(5)
    void countsAMarketplaceWithWhatItBecame() throws Exception {
        KnownSeason.addSuccession(config);
        MADE.clear();

        assertThat(table("1. Các chỉ tiêu chủ yếu", "--period", "2024-07").get("Giao dịch (đơn hàng thành công)"))
                .startsWith("giao dịch", "60", "40", "50");
        assertThat(table("2. Theo sàn thương mại điện tử", "--period", "2024-07"))
                .containsEntry(
                        "Buudien.vn (thuộc chương trình)", row("1", "30", "3000000", "50", "100000", "8", "50", ""))
                .containsEntry(
                        "Postmart.vn (thuộc chương trình)", row("2", "30", "3000000", "50", "100000", "8", "50", ""));
    }

    private static final String NO = "chưa có số liệu";

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    private static Map<String, List<String>> table(String title, String... options) throws Exception {
        return tables(options).get(title);
    }

    private static Map<String, List<String>> tableStartingWith(String title, String... options) throws Exception {
        return tables(options).entrySet().stream()
                .filter(table -> table.getKey().startsWith(title))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Each table of the CSV by its title: label to cells. */
    private static Map<String, Map<String, List<String>>> tables(String... options) throws Exception {
        List<String> asked = List.of(options);
        if (!MADE.containsKey(asked)) {
            MADE.put(asked, make(options));
        }
        return MADE.get(asked);
    }

    private static Map<String, Map<String, List<String>>> make(String... options) throws Exception {
        Path file = folder.resolve("report.csv");
        String[] words = java.util.stream.Stream.of(
                        List.of("report"), List.of(options), List.of("--out", file.toString()))
                .flatMap(List::stream)
                .toArray(String[]::new);
        assertThat(run(words)).as(ERR.toString()).isZero();
        Map<String, Map<String, List<String>>> tables = new LinkedHashMap<>();
        Map<String, List<String>> current = new LinkedHashMap<>();
        try (var csv = CSVParser.parse(Files.readString(file), CSVFormat.RFC4180)) {
            for (CSVRecord line : csv) {
                if (line.size() == 1) {
                    current = new LinkedHashMap<>();
                    tables.putIfAbsent(line.get(0), current);
                } else if (!line.get(line.size() - 1).equals("Ghi chú")
                        && !line.get(line.size() - 1).equals("Notes")) {
                    current.put(line.get(0), line.toList().subList(1, line.size()));
                }
            }
        }
        return tables;
    }

    private static int run(String... words) {
        ERR.getBuffer().setLength(0);
        var line = CommandLineOf.nhipCho();
        line.setErr(new PrintWriter(ERR, true));
        return line.execute(java.util.stream.Stream.concat(
                        java.util.Arrays.stream(words),
                        java.util.stream.Stream.of("--clickhouse", config.url().toString()))
                .toArray(String[]::new));
    }

    private static String one(String sql) throws Exception {
        return new ClickHouseHttp(config)
                .rows(sql).stream().map(row -> String.join(" ", row)).collect(Collectors.joining("\n"));
    }
}
