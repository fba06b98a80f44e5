package vn.nhipcho.local.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.nhipcho.local.report.figures.CellFigures;
import vn.nhipcho.local.report.figures.Dimension;
import vn.nhipcho.local.report.figures.Measures;
import vn.nhipcho.local.report.page.Cell;
import vn.nhipcho.local.report.page.Formats;
import vn.nhipcho.local.report.page.Page;
import vn.nhipcho.local.report.page.Row;
import vn.nhipcho.local.report.page.Table;
import vn.nhipcho.local.report.page.Words;
import vn.nhipcho.local.report.period.ReportingCalendar;

/** Puts the page together. */
final class ReportPage {
    private static final List<String> TILES =
            List.of("households_activated", "active_accounts", "transactions", "value", "ocop_online_rate");

    /** The plan of 2022 says what an active account is. */
    private static final LocalDate DEFINED = LocalDate.of(2022, 3, 31);

    private final ReportData data;
    private final Words words;
    private final Formats formats;

    ReportPage(ReportData data, Words words) {
        this.data = data;
        this.words = words;
        this.formats = new Formats(words);
    }

    /** @param standing draft or issued; @param further tables after all others */
    Page page(String standing, List<Table> further) {
        Table indicators = new IndicatorTable(data, words).table();
        List<Table> tables = new ArrayList<>(List.of(
                indicators,
                breakdown(Dimension.PLATFORM, platformNames()),
                breakdown(data.request().boundary(), this::placeName),
                breakdown(Dimension.COMMODITY, code -> data.commodityNames().getOrDefault(code, nothing(code))),
                breakdown(Dimension.SELLER_TYPE, code -> words.orCode("seller_type.", code)),
                new CooperativeTable(data, words).table()));
        if (hasNamedCooperatives()) {
            tables.add(breakdown(Dimension.COOPERATIVE, this::cooperativeName));
        }
        tables.add(new SupportTable(data.support(), words).table());
        tables.addAll(further);
        return new Page(
                data.isSimulated() ? words.of("banner") : "",
                agencies(),
                words.of("title"),
                words.of("subtitle"),
                PeriodWords.of(data.period(), words),
                data.isOver()
                        ? ""
                        : words.of("period.open", formats.date(data.measured().to())),
                place(),
                data.asOf() == null ? words.of("as_of.none") : words.of("as_of", formats.time(data.asOf())),
                standing,
                tiles(indicators),
                Trend.of(data, words),
                tables.stream().filter(table -> !table.rows().isEmpty()).toList(),
                notes());
    }

    private Table breakdown(Dimension dimension, Function<String, String> names) {
        return new BreakdownTable(data, words, dimension, names).table();
    }

    private Function<String, String> platformNames() {
        return id -> data.platforms().all().stream()
                .filter(platform -> platform.id().equals(id))
                .map(platform ->
                        platform.isInProgramme() ? words.of("row.in_programme", platform.name()) : platform.name())
                .findFirst()
                .orElse(id);
    }

    private String placeName(String code) {
        return data.placeNames().getOrDefault(code, words.orCode("place.", code));
    }

    private String cooperativeName(String code) {
        return data.cooperativeNames().containsKey(code)
                ? data.cooperativeNames().get(code).name()
                : words.orCode("cooperative.", code);
    }

    private String nothing(String code) {
        return words.orCode("commodity.", code);
    }

    /** A cooperative is mostly one seller; only those of enough members may be named. */
    private boolean hasNamedCooperatives() {
        return data.cells().get(Dimension.COOPERATIVE).stream()
                .filter(cell -> data.cooperativeNames().containsKey(cell.id()))
                .map(CellFigures::sellers)
                .anyMatch(sellers -> sellers.size() >= Measures.FEWEST_SELLERS);
    }

    private List<String> agencies() {
        return Stream.of("committee", "department")
                .flatMap(role -> data.agencies().nameOn(role, data.today()).stream())
                .toList();
    }

    /** As it was called on the period's last day, and as it is now. */
    private String place() {
        String then = data.agencies()
                .nameOn("area", data.period().to())
                .orElse(data.request().place());
        String now = data.agencies().nameOn("area", data.today()).orElse(then);
        return then.equals(now) ? words.of("place", then) : words.of("place.now", then, now);
    }

    private List<Page.Tile> tiles(Table indicators) {
        List<Page.Tile> tiles = new ArrayList<>();
        for (Row row : indicators.rows()) {
            if (TILES.contains(row.id())) {
                Cell actual = row.cells().get(1);
                Cell change = row.cells().get(3);
                String note = change.isNumber()
                        ? words.of("tile.change", formats.number(change.amount(), change.unit()))
                        : actual.note();
                tiles.add(new Page.Tile(words.of("tile." + row.id()), actual, note));
            }
        }
        return tiles;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        boolean isOfAdmin = data.period().calendar() == ReportingCalendar.ADMIN;
        notes.add(words.of(isOfAdmin ? "method.calendar.admin" : "method.calendar.calendar"));
        notes.add(words.of(
                "method.sources",
                String.join(
                        ", ", data.platforms().all().stream().map(p -> p.name()).toList()),
                data.platforms().begin().map(formats::date).orElse(words.of("cell.absent"))));
        notes.add(words.of("method.success"));
        notes.add(words.of("method.active", ministry()));
        notes.add(words.of("method.measures"));
        notes.add(words.of("method.rates"));
        notes.add(words.of("method.few"));
        notes.add(words.of("method.comparison"));
        notes.add(words.of("method.states"));
        if (!data.isOver()) {
            notes.add(words.of("method.not_over"));
        }
        notes.addAll(documents());
        return notes;
    }

    /** The ministry whose definition it is, as called when it was made and now. */
    private String ministry() {
        String then = data.agencies().nameOn("ministry", DEFINED).orElse(words.of("ministry"));
        String now = data.agencies().nameOn("ministry", data.today()).orElse(then);
        return then.equals(now) ? then : words.of("ministry.now", then, now);
    }

    private List<String> documents() {
        List<String> documents = new ArrayList<>();
        List<String> shown = Stream.concat(
                        data.period().months().stream().map(month -> month.code()),
                        Stream.of(data.period().code()))
                .toList();
        data.reported().all().stream()
                .filter(figure -> shown.contains(figure.period()))
                .map(figure -> words.of("method.document", figure.document(), formats.date(figure.asOf())))
                .distinct()
                .sorted()
                .forEach(documents::add);
        data.targets().stream()
                .filter(target -> target.period().equals(data.period().year().code())
                        || target.period().equals(data.period().code()))
                .map(target -> words.of("method.plan", target.document()))
                .distinct()
                .sorted()
                .forEach(documents::add);
        return documents;
    }
}
