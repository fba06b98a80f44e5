package vn.nhipcho.reference;

import java.math.BigDecimal;
import java.time.Month;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** The commodities of {@code commodities.csv}, in its order; no commodity is dropped for not being in it. */
public final class Commodities {
    private final Map<String, Commodity> byCode = new LinkedHashMap<>();

    private Commodities() {}

    public static Commodities load() {
        var commodities = new Commodities();
        for (var row : ReferenceFile.rows("commodities.csv")) {
            commodities.byCode.put(row.get("code"), commodity(row));
        }
        return commodities;
    }

    public List<Commodity> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Commodity> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private static Commodity commodity(CSVRecord row) {
        return new Commodity(
                row.get("code"),
                row.get("name_vi"),
                row.get("name_en"),
                row.get("group"),
                row.get("base_unit"),
                List.of(row.get("sale_units").split(";")),
                row.get("kg_per_piece").isEmpty() ? null : new BigDecimal(row.get("kg_per_piece")),
                months(row.get("season_months")),
                number(row.get("farmgate_vnd_low")),
                number(row.get("farmgate_vnd_high")),
                row.get("price_unit"),
                Integer.parseInt(row.get("shelf_life_days")));
    }

    /** {@code 11-1;8-9} is November to January and August to September. */
    static Set<Month> months(String text) {
        var months = EnumSet.noneOf(Month.class);
        for (String range : text.split(";")) {
            String[] ends = range.split("-");
            var last = Month.of(Integer.parseInt(ends[ends.length - 1]));
            var month = Month.of(Integer.parseInt(ends[0]));
            for (; month != last; month = month.plus(1)) {
                months.add(month);
            }
            months.add(last);
        }
        return months;
    }

    private static Long number(String text) {
        return text.isEmpty() ? null : Long.valueOf(text);
    }
}
