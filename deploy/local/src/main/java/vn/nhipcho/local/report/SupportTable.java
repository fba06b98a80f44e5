package vn.nhipcho.local.report;

import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.local.report.figures.Measures;
import vn.nhipcho.local.report.figures.SmallCells;
import vn.nhipcho.local.report.figures.Support;
import vn.nhipcho.local.report.page.Cell;
import vn.nhipcho.local.report.page.Column;
import vn.nhipcho.local.report.page.Row;
import vn.nhipcho.local.report.page.Table;
import vn.nhipcho.local.report.page.Words;

/** Sellers that need support, by the rule that names them and the likely cause; never one by one. */
final class SupportTable {
    /** In the order of what is to be done first. */
    private static final List<String> RULES =
            List.of("order_unconfirmed", "seller_stalled", "seller_quiet_30", "seller_quiet_60", "onboarding_stalled");

    private final List<Support> support;
    private final Words words;

    SupportTable(List<Support> support, Words words) {
        this.support = support;
        this.words = words;
    }

    Table table() {
        List<Row> rows = new ArrayList<>();
        for (String rule : RULES) {
            support.stream()
                    .filter(found -> found.rule().equals(rule) && found.detail().isEmpty())
                    .forEach(whole -> {
                        rows.add(whole(whole));
                        rows.addAll(details(rule));
                    });
        }
        List<Column> columns = List.of(
                new Column("open", words.of("column.open"), null),
                new Column("opened", words.of("column.opened"), null),
                new Column("resolved", words.of("column.resolved"), null));
        return new Table(
                "support",
                words.of("table.support"),
                words.of("column.reason"),
                columns,
                rows,
                List.of(words.of("note.table.support")));
    }

    private Row whole(Support whole) {
        return new Row(
                whole.rule(),
                words.of("rule." + whole.rule()),
                Row.Style.PLAIN,
                List.of(count(whole.openAtEnd()), count(whole.opened()), count(whole.resolved())));
    }

    private List<Row> details(String rule) {
        List<Support> details = support.stream()
                .filter(found -> found.rule().equals(rule) && !found.detail().isEmpty() && found.openAtEnd() > 0)
                .toList();
        SmallCells<Support> small = Support.details(details);
        List<Row> rows = new ArrayList<>();
        small.shown().forEach(detail -> rows.add(detail(rule, detail)));
        small.together().ifPresent(detail -> rows.add(detail(rule, detail)));
        return rows;
    }

    private Row detail(String rule, Support detail) {
        return new Row(
                rule + "/" + detail.detail(),
                words.orCode("detail.", detail.detail()),
                Row.Style.DETAIL,
                List.of(count(detail.openAtEnd()), Cell.NONE, Cell.NONE));
    }

    private static Cell count(long sellers) {
        return sellers > 0 && sellers < Measures.FEWEST_SELLERS ? Cell.FEW : Cell.count(sellers);
    }
}
