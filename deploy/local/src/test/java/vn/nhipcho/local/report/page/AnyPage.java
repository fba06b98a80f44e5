package vn.nhipcho.local.report.page;

import java.math.BigDecimal;
import java.util.List;

/** A page whose every text would do harm if it were written as it is. */
final class AnyPage {
    static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"x\")";
    static final String MARKUP = "<script>alert('x')</script>";

    private AnyPage() {}

    static Page page() {
        var columns = List.of(
                Column.text("text", "+Cột"),
                new Column("value", "Giá trị", Unit.MONEY),
                new Column("change", "So với cùng kỳ", null));
        var rows = List.of(
                Row.heading("group", MARKUP),
                new Row(
                        "a",
                        FORMULA,
                        Row.Style.PLAIN,
                        List.of(
                                Cell.text("@SUM(A1)"),
                                Cell.number(new BigDecimal("1234567.5"), Unit.MONEY)
                                        .noted("-2+3; " + MARKUP),
                                Cell.number(new BigDecimal("-12.346"), Unit.CHANGE)
                                        .in(State.GREY))),
                new Row("b", "-Mít \"ruột đỏ\", loại 1", Row.Style.GREY, List.of(Cell.ABSENT, Cell.FEW, Cell.NONE)));
        var table = new Table("indicators", "1. Bảng & <b>", "Tên", columns, rows, List.of("=1+1"));
        return new Page(
                "DỮ LIỆU MÔ PHỎNG",
                List.of("Ủy ban nhân dân <x>", "Sở"),
                "Báo cáo",
                "=cmd|'/c calc'!A1",
                "Tháng 7 năm 2022",
                "+Kỳ chưa kết thúc <u>",
                "Địa bàn: tỉnh Hậu Giang",
                "Số liệu tính đến 09 giờ 05 phút ngày 22/7/2022",
                "Bản in để xem",
                List.of(new Page.Tile("Giá trị", Cell.number(new BigDecimal("1234500000"), Unit.MONEY), "<i>")),
                new Page.Trend(
                        "Theo tháng",
                        "*",
                        List.of(
                                new Page.Bar("T6", 50, null, false, false),
                                new Page.Bar("<T7>", 100, 25L, true, true))),
                List.of(table),
                List.of("@ghi chú", "Nguồn & cách tính"));
    }
}
