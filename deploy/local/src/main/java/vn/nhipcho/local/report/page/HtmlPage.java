package vn.nhipcho.local.report.page;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a report as one HTML file for A4 that needs nothing else. Every value is escaped by the template engine. */
public final class HtmlPage {
    private final Words words;
    private final CellText text;

    public HtmlPage(Words words) {
        this.words = words;
        this.text = new CellText(words);
    }

    public void write(Page page, Writer out) throws IOException {
        try (Reader template = resource("report.html");
                Reader style = resource("report.css")) {
            var css = new java.io.StringWriter();
            style.transferTo(css);
            Map<String, Object> context = context(page);
            context.put("style", css.toString());
            Mustache.compiler()
                    .escapeHTML(true)
                    .withLoader(HtmlPage::resource)
                    .compile(template)
                    .execute(context, out);
        }
    }

    private static Reader resource(String name) {
        InputStream in = HtmlPage.class.getResourceAsStream("/report/" + name);
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    private Map<String, Object> context(Page page) {
        Map<String, Object> context = new HashMap<>();
        context.put("language", words.language().code());
        context.put("banner", page.banner());
        context.put("hasBanner", !page.banner().isEmpty());
        context.put("agencies", page.agencies());
        context.put("title", page.title());
        context.put("subtitle", page.subtitle());
        context.put("period", page.period());
        context.put("caution", page.caution());
        context.put("hasCaution", !page.caution().isEmpty());
        context.put("place", page.place());
        context.put("asOf", page.asOf());
        context.put("standing", page.standing());
        context.put("pageWord", words.of("page"));
        context.put("notesTitle", words.of("section.notes"));
        context.put("notes", page.notes());
        context.put("tiles", page.tiles().stream().map(this::tile).toList());
        // The first table is the one to read with the drawing, on the first page.
        context.put("first", page.tables().stream().limit(1).map(this::table).toList());
        context.put("tables", page.tables().stream().skip(1).map(this::table).toList());
        context.put("trend", page.trend().bars().isEmpty() ? List.of() : List.of(TrendChart.of(page.trend(), words)));
        return context;
    }

    private Map<String, Object> tile(Page.Tile tile) {
        String value = tile.value().unit() == Unit.MONEY
                ? new Formats(words).money(tile.value().amount())
                : text.of(tile.value());
        return Map.of("label", tile.label(), "value", value, "note", tile.note());
    }

    private Map<String, Object> table(Table table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            rows.add(Map.of(
                    "label",
                    row.label(),
                    "style",
                    row.style().name().toLowerCase(java.util.Locale.ROOT),
                    "isHeading",
                    row.style() == Row.Style.HEADING,
                    "width",
                    table.columns().size() + 1,
                    "cells",
                    row.cells().stream().map(this::cell).toList()));
        }
        return Map.of(
                "id",
                table.id(),
                "title",
                table.title(),
                "rowTitle",
                table.rowTitle(),
                "columns",
                table.columns().stream()
                        .map(column -> Map.of("id", column.id(), "title", text.title(column)))
                        .toList(),
                "rows",
                rows,
                "notes",
                table.notes());
    }

    private Map<String, Object> cell(Cell cell) {
        return Map.of(
                "text",
                text.of(cell),
                "note",
                text.note(cell),
                "hasNote",
                !text.note(cell).isEmpty(),
                "style",
                cell.kind().name().toLowerCase(java.util.Locale.ROOT) + " "
                        + cell.state().name().toLowerCase(java.util.Locale.ROOT));
    }
}
