package vn.nhipcho.local.failures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a file of events amounts to, by the rules of the design (section 3) and nothing of the product: all events are
 * there at once, sorted, so there is no state, no difference and no order of arrival. Slow and simple.
 */
final class Oracle {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final ZoneOffset ZONE = ZoneOffset.ofHours(7);
    private static final String UNKNOWN = "unknown";
    private static final List<String> MILESTONES = List.of(
            "AWAITING_SELLER",
            "AWAITING_PICKUP",
            "IN_TRANSIT",
            "DELIVERED",
            "COMPLETED",
            "DELIVERY_FAILED",
            "RETURNED",
            "CANCELLED");
    private static final List<String> SETS = List.of(
            "all",
            "platform",
            "province",
            "district",
            "commune",
            "commodity",
            "cooperative",
            "seller_type",
            "district commodity",
            "district cooperative",
            "commune commodity",
            "commodity cooperative");
    private static final List<String> DIMENSIONS =
            List.of("platform", "province", "district", "commune", "commodity", "cooperative", "seller_type");

    private final Tables tables = new Tables();
    final Map<String, List<JsonNode>> accounts = new HashMap<>();
    final Map<String, List<JsonNode>> listings = new HashMap<>();
    private final Map<String, Map<String, List<JsonNode>>> orders = new TreeMap<>();
    private final Map<String, Long> events = new TreeMap<>();
    private final TreeSet<String> history = new TreeSet<>();

    /** One order at one seller. */
    final class Part {
        final List<JsonNode> newestFirst;
        final JsonNode newest;
        final String status;
        final long placedAt;
        final Map<String, Long> reached = new HashMap<>();
        final List<String> where = new ArrayList<>();
        final Long successAt;
        final boolean late;
        long orderPlacedAt;

        Part(List<JsonNode> updates) {
            newestFirst = new ArrayList<>(updates);
            newestFirst.sort(Comparator.<JsonNode>comparingLong(Oracle::occurredAt)
                    .thenComparingInt(update -> tables.statuses.indexOf(status(update)))
                    .thenComparing(update -> text(update, "event_id"))
                    .reversed());
            newest = newestFirst.get(0);
            status = status(newest);
            placedAt = updates.stream()
                    .filter(update -> update.has("placed_at"))
                    .mapToLong(update -> millis(update, "placed_at"))
                    .min()
                    .orElse(updates.stream().mapToLong(Oracle::occurredAt).min().getAsLong());
            for (JsonNode update : updates) {
                reached.merge(status(update), occurredAt(update), Math::min);
            }
            Long delivered = reached.get("DELIVERED");
            Long completed = reached.get("COMPLETED");
            Long first = delivered == null || completed != null && completed < delivered ? completed : delivered;
            successAt = status.equals("CANCELLED") ? null : first;
            JsonNode promised = told("promised_at");
            late = delivered != null
                    && promised != null
                    && !status.equals("CANCELLED")
                    && day(delivered)
                            .isAfter(day(Instant.parse(promised.asText()).toEpochMilli()));
            where.addAll(whereWas(text(newest, "seller_id"), placedAt));
        }

        List<Line> lines() {
            var lines = new ArrayList<Line>();
            JsonNode told = told("lines");
            if (told != null) {
                told.forEach(line -> lines.add(new Line(this, line)));
            }
            return lines;
        }

        /** The field of the newest update that tells it. */
        JsonNode told(String field) {
            return newestFirst.stream()
                    .filter(update -> update.has(field))
                    .findFirst()
                    .map(update -> update.get(field))
                    .orElse(null);
        }

        String toldText(String field, String otherwise) {
            JsonNode value = told(field);
            return value == null ? otherwise : value.asText();
        }

        Long toldMillis(String field) {
            JsonNode value = told(field);
            return value == null
                    ? null
                    : Long.valueOf(Instant.parse(value.asText()).toEpochMilli());
        }

        boolean isDelivered() {
            return status.equals("DELIVERED") || status.equals("COMPLETED");
        }

        boolean isCancelled() {
            return status.equals("CANCELLED") || status.equals("LOST_DAMAGED") && !reached.containsKey("DELIVERED");
        }

        Long returnedAt() {
            return status.equals("RETURNED") ? reached.get("RETURNED") : null;
        }

        boolean counts() {
            return !toldText("origin", "CUSTOMER").equals("INTERNAL");
        }

        long shipping() {
            return money(told("shipping_fee"));
        }
    }

    /** A line with its part; amounts in hundredths, weights and pieces in thousandths. */
    final class Line {
        final Part part;
        final JsonNode json;
        final String commodity;
        final long gross;
        Long grams;
        long pieces;

        Line(Part part, JsonNode json) {
            this.part = part;
            this.json = json;
            this.commodity = json.has("commodity") ? text(json, "commodity") : listed();
            var quantity = new BigDecimal(text(json, "quantity"));
            var value = quantity.multiply(new BigDecimal(text(json, "unit_price")));
            gross = scaled(value, 2) - money(json.get("discount"));
            String[] rate = tables.rate(text(json, "unit"), commodity);
            if (rate != null && !rate[0].isEmpty()) {
                grams = scaled(quantity.multiply(new BigDecimal(rate[0])), 3);
            } else if (rate != null) {
                pieces = scaled(quantity.multiply(new BigDecimal(rate[1])), 3);
            }
        }

        private String listed() {
            if (!json.has("product_id")) {
                return "(none)";
            }
            String key = text(part.newest, "seller_id") + " " + text(part.newest, "platform") + " "
                    + text(json, "product_id");
            String told =
                    valueAt(listings.getOrDefault(key, List.of()), event -> text(event, "commodity"), part.placedAt);
            return told == null ? UNKNOWN : told;
        }

        String dimension(String name) {
            return switch (name) {
                case "platform" -> text(part.newest, "platform");
                case "province" -> part.where.get(0);
                case "district" -> part.where.get(1);
                case "commune" -> part.where.get(2);
                case "commodity" -> commodity;
                case "cooperative" -> part.where.get(3);
                default -> part.where.get(4);
            };
        }
    }

    static Oracle read(Path events) throws IOException {
        var oracle = new Oracle();
        // Twice the same line is one event.
        for (String line : new HashSet<>(Files.readAllLines(events))) {
            if (!line.isBlank()) {
                oracle.add(JSON.readTree(line));
            }
        }
        Comparator<JsonNode> oldestFirst =
                Comparator.<JsonNode>comparingLong(Oracle::occurredAt).thenComparing(event -> text(event, "event_id"));
        oracle.accounts.values().forEach(history -> history.sort(oldestFirst));
        oracle.listings.values().forEach(history -> history.sort(oldestFirst));
        return oracle;
    }

    private void add(JsonNode line) {
        JsonNode event = line.get("event");
        if (BadRecords.isOne(event)) {
            return;
        }
        String topic = text(line, "topic");
        history.add(history(topic, event));
        String seller = text(event, "seller_id");
        events.merge("market." + topic + ".v1", 1L, Long::sum);
        switch (topic) {
            case "accounts" ->
                accounts.computeIfAbsent(seller, absent -> new ArrayList<>()).add(event);
            case "listings" ->
                listings.computeIfAbsent(
                                seller + " " + text(event, "platform") + " "
                                        + text(event, event.has("product_id") ? "product_id" : "listing_id"),
                                absent -> new ArrayList<>())
                        .add(event);
            default ->
                orders.computeIfAbsent(
                                text(event, "platform") + " " + text(event, "order_id"), absent -> new TreeMap<>())
                        .computeIfAbsent(seller, absent -> new ArrayList<>())
                        .add(event);
        }
    }

    /** Events by topic, each counted once. */
    Map<String, Long> events() {
        return events;
    }

    /** Rows of the tables of events as {@link Held#HISTORY} asks for them. */
    TreeSet<String> history() {
        return history;
    }

    private static String history(String topic, JsonNode event) {
        String key =
                switch (topic) {
                    case "accounts" -> text(event, "seller_id");
                    case "listings" -> text(event, "platform") + ':' + text(event, "listing_id");
                    default -> text(event, "platform") + ':' + text(event, "order_id");
                };
        return String.join(
                "\t",
                topic,
                key,
                text(event, "event_id"),
                text(event, "seller_id"),
                Long.toString(occurredAt(event)),
                timesInMillis(event).toString());
    }

    private static JsonNode timesInMillis(JsonNode event) {
        ObjectNode told = event.deepCopy();
        for (String field : List.of("occurred_at", "placed_at", "promised_at", "confirm_by")) {
            if (event.has(field)) {
                told.put(field, millis(event, field));
            }
        }
        return told;
    }

    /** Of a seller's orders, by placed_at; INTERNAL ones among them. */
    List<Part> partsOf(String seller) {
        return orders.values().stream()
                .filter(bySeller -> bySeller.containsKey(seller))
                .map(bySeller -> new Part(bySeller.get(seller)))
                .sorted(Comparator.<Part>comparingLong(part -> part.placedAt)
                        .thenComparing(part -> text(part.newest, "platform"))
                        .thenComparing(part -> text(part.newest, "order_id")))
                .toList();
    }

    /** Updates of all orders. */
    Stream<JsonNode> updates() {
        return orders.values().stream()
                .flatMap(bySeller -> bySeller.values().stream())
                .flatMap(List::stream);
    }

    /** Province, district, commune, cooperative and seller type of a seller at an instant. */
    List<String> whereWas(String seller, long at) {
        List<JsonNode> history = accounts.get(seller);
        if (history == null) {
            return List.of(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
        }
        List<String> place = valueAt(history, this::placeOf, at);
        String cooperative = valueAt(history, event -> text(event, "cooperative_id"), at);
        String sellerType = valueAt(history, event -> text(event, "seller_type"), at);
        var where = new ArrayList<>(place == null ? List.of(UNKNOWN, UNKNOWN, UNKNOWN) : place);
        where.add(cooperative == null || cooperative.isEmpty() ? "(none)" : cooperative);
        where.add(sellerType == null ? UNKNOWN : sellerType);
        return where;
    }

    /** Rows of {@code order_lines} as {@link Held#ORDER_LINES} asks for them. */
    TreeSet<String> orderLines() {
        var rows = new TreeSet<String>();
        for (List<Line> order : linesByOrder()) {
            for (Line line : order) {
                rows.add(orderLine(line));
            }
        }
        return rows;
    }

    /** Rows of {@code order_parts} as {@link Held#ORDER_PARTS} asks for them. */
    TreeSet<String> orderParts() {
        var rows = new TreeSet<String>();
        partsByOrder().forEach(parts -> parts.forEach(part -> rows.add(orderPart(part))));
        return rows;
    }

    /** Cells of {@code sales} as {@link Held#SALES} asks for them. */
    TreeSet<String> sales() {
        var cells = new TreeMap<String, long[]>();
        for (List<Line> order : linesByOrder()) {
            for (String set : SETS) {
                byCell(order, set, null).forEach((cell, lines) -> {
                    long hour = hour(lines.get(0).part.orderPlacedAt);
                    boolean partShipping = set.equals("all") || set.equals("platform");
                    addSales(lines, partShipping, cells.computeIfAbsent(hour + "\t" + cell, absent -> new long[17]));
                });
            }
        }
        return rows(cells);
    }

    /** Cells of {@code successes} as {@link Held#SUCCESSES} asks for them. */
    TreeSet<String> successes() {
        var cells = new TreeMap<String, long[]>();
        for (List<Line> order : linesByOrder()) {
            for (String set : SETS) {
                byCell(order, set, part -> part.successAt).forEach((cell, lines) -> {
                    long hour = hour(first(lines, part -> part.successAt));
                    addSuccess(lines, cells.computeIfAbsent(hour + "\t" + cell, absent -> new long[10]));
                });
                byCell(order, set, Part::returnedAt).forEach((cell, lines) -> {
                    long hour = hour(first(lines, Part::returnedAt));
                    addReturn(lines, cells.computeIfAbsent(hour + "\t" + cell, absent -> new long[10]));
                });
            }
        }
        return rows(cells);
    }

    private List<List<Line>> linesByOrder() {
        return partsByOrder().stream()
                .map(parts ->
                        parts.stream().flatMap(part -> part.lines().stream()).toList())
                .toList();
    }

    private List<List<Part>> partsByOrder() {
        var all = new ArrayList<List<Part>>();
        for (Map<String, List<JsonNode>> bySeller : orders.values()) {
            List<Part> parts = bySeller.values().stream().map(Part::new).toList();
            long placedAt =
                    parts.stream().mapToLong(part -> part.placedAt).min().getAsLong();
            parts.forEach(part -> part.orderPlacedAt = placedAt);
            all.add(parts);
        }
        return all;
    }

    /** Lines that count, and of parts that have a date where one is asked for. */
    private static Map<String, List<Line>> byCell(List<Line> order, String set, Function<Part, Long> date) {
        var cells = new TreeMap<String, List<Line>>();
        for (Line line : order) {
            if (line.part.counts() && (date == null || date.apply(line.part) != null)) {
                var cell = new StringBuilder(set.replace(' ', '_'));
                for (String dimension : DIMENSIONS) {
                    boolean of = List.of(set.split(" ")).contains(dimension);
                    cell.append('\t').append(of ? line.dimension(dimension) : "");
                }
                cells.computeIfAbsent(cell.toString(), absent -> new ArrayList<>())
                        .add(line);
            }
        }
        return cells;
    }

    private static long first(List<Line> lines, Function<Part, Long> date) {
        return lines.stream().mapToLong(line -> date.apply(line.part)).min().getAsLong();
    }

    private static void addSales(List<Line> lines, boolean partShipping, long[] sums) {
        var parts = new HashSet<Part>();
        lines.forEach(line -> parts.add(line.part));
        sums[0]++;
        sums[1] += parts.stream().anyMatch(Part::isDelivered) ? 1 : 0;
        sums[2] += parts.stream().allMatch(Part::isCancelled) ? 1 : 0;
        sums[3] += parts.stream().anyMatch(part -> part.status.equals("RETURNED")) ? 1 : 0;
        sums[4] += parts.stream().anyMatch(part -> part.late) ? 1 : 0;
        for (Line line : lines) {
            boolean converts = line.grams != null;
            boolean delivered = line.part.isDelivered();
            boolean cancelled = line.part.isCancelled();
            sums[5]++;
            sums[6] += delivered ? 1 : 0;
            sums[7] += cancelled ? 1 : 0;
            sums[8] += converts ? line.grams : 0;
            sums[9] += line.pieces;
            sums[10] += delivered && converts ? line.grams : 0;
            sums[11] += delivered && converts ? line.gross : 0;
            sums[12] += converts ? 0 : 1;
            sums[13] += line.gross;
            sums[14] += delivered ? line.gross : 0;
            sums[15] += cancelled ? line.gross : 0;
            sums[16] += money(line.json.get("shipping_fee"));
        }
        if (partShipping) {
            parts.forEach(part -> sums[16] += part.shipping());
        }
    }

    private static void addSuccess(List<Line> lines, long[] sums) {
        sums[0]++;
        for (Line line : lines) {
            sums[1]++;
            sums[2] += line.grams == null ? 0 : line.grams;
            sums[3] += line.pieces;
            sums[4] += line.grams == null ? 0 : line.gross;
            sums[5] += line.grams == null ? 1 : 0;
            sums[6] += line.gross;
        }
    }

    private static void addReturn(List<Line> lines, long[] sums) {
        sums[7]++;
        for (Line line : lines) {
            sums[8]++;
            sums[9] += line.gross;
        }
    }

    private String orderLine(Line line) {
        Part part = line.part;
        var row = new ArrayList<String>(List.of(
                text(part.newest, "platform"),
                text(part.newest, "order_id"),
                text(part.newest, "seller_id"),
                text(line.json, "line_id"),
                line.json.has("product_id") ? text(line.json, "product_id") : "",
                line.commodity,
                Long.toString(scaled(new BigDecimal(text(line.json, "quantity")), 3)),
                text(line.json, "unit"),
                Long.toString(scaled(new BigDecimal(text(line.json, "unit_price")), 2)),
                Long.toString(money(line.json.get("discount"))),
                Long.toString(money(line.json.get("shipping_fee"))),
                orNull(line.grams),
                Long.toString(line.pieces),
                Long.toString(line.gross)));
        row.addAll(stateOf(part));
        row.add(part.toldText("payment_method", ""));
        row.add(part.toldText("buyer_province", ""));
        row.add(part.toldText("origin", "CUSTOMER"));
        row.addAll(part.where);
        return String.join("\t", row);
    }

    private String orderPart(Part part) {
        var row = new ArrayList<String>(
                List.of(text(part.newest, "platform"), text(part.newest, "order_id"), text(part.newest, "seller_id")));
        row.addAll(stateOf(part));
        List<Line> lines = part.lines();
        row.add(Integer.toString(lines.size()));
        row.add(Long.toString(lines.stream().mapToLong(line -> line.gross).sum()));
        row.add(Long.toString(part.shipping()));
        row.add(part.toldText("payment_method", ""));
        row.add(part.toldText("buyer_province", ""));
        row.add(orNull(part.toldMillis("confirm_by")));
        row.add(part.toldText("cancelled_by", ""));
        row.add(part.toldText("origin", "CUSTOMER"));
        row.addAll(part.where);
        return String.join("\t", row);
    }

    /** Of placed_at to late. */
    private static List<String> stateOf(Part part) {
        var row = new ArrayList<String>(List.of(
                Long.toString(part.placedAt),
                Long.toString(part.orderPlacedAt),
                part.status,
                text(part.newest, "status_raw"),
                Long.toString(occurredAt(part.newest))));
        MILESTONES.forEach(milestone -> row.add(orNull(part.reached.get(milestone))));
        row.add(orNull(part.successAt));
        row.add(orNull(part.toldMillis("promised_at")));
        row.add(part.late ? "1" : "0");
        return row;
    }

    private static TreeSet<String> rows(Map<String, long[]> cells) {
        var rows = new TreeSet<String>();
        cells.forEach((cell, sums) -> {
            var row = new StringBuilder(cell);
            for (long sum : sums) {
                row.append('\t').append(sum);
            }
            rows.add(row.toString());
        });
        return rows;
    }

    /** The newest told at or before an instant, failing that the earliest told; null: never told. */
    static <T> T valueAt(List<JsonNode> oldestFirst, Function<JsonNode, T> field, long millis) {
        T value = null;
        for (JsonNode event : oldestFirst) {
            T told = field.apply(event);
            if (told != null && (value == null || occurredAt(event) <= millis)) {
                value = told;
            }
        }
        return value;
    }

    private List<String> placeOf(JsonNode event) {
        if (!event.has("commune_code") && !event.has("district_code") && !event.has("province_code")) {
            return null;
        }
        LocalDate day = event.has("commune_valid_on")
                ? LocalDate.parse(text(event, "commune_valid_on"))
                : day(occurredAt(event));
        return tables.place(
                text(event, "commune_code"), day, text(event, "district_code"), text(event, "province_code"));
    }

    private String status(JsonNode update) {
        return tables.status(text(update, "platform"), text(update, "status_raw"));
    }

    static String text(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asText() : null;
    }

    static long occurredAt(JsonNode event) {
        return millis(event, "occurred_at");
    }

    static long millis(JsonNode event, String field) {
        return Instant.parse(text(event, field)).toEpochMilli();
    }

    static LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZONE).toLocalDate();
    }

    /** Seconds; the zone is off by whole hours. */
    private static long hour(long millis) {
        return Math.floorDiv(millis, 3_600_000L) * 3600;
    }

    private static long money(JsonNode amount) {
        return amount == null ? 0 : scaled(new BigDecimal(amount.asText()), 2);
    }

    static long scaled(BigDecimal value, int digits) {
        return value.setScale(digits, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    static String orNull(Long value) {
        return value == null ? "\\N" : value.toString();
    }
}
