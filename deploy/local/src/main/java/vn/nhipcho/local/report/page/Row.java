package vn.nhipcho.local.report.page;

import java.util.List;

/** @param id stable over time, so that what was issued can be found again; @param label what people call it */
public record Row(String id, String label, Style style, List<Cell> cells) {

    public enum Style {
        PLAIN,
        /** The heading of the rows below it; has no cells. */
        HEADING,
        DETAIL,
        /** Of too few cases to be ranked or judged. */
        GREY,
        TOTAL
    }

    public Row {
        cells = List.copyOf(cells);
    }

    public static Row heading(String id, String label) {
        return new Row(id, label, Style.HEADING, List.of());
    }
}
