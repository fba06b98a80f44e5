package vn.nhipcho.local.failures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reference files as the oracle reads them: the same data as the product's, none of its code. Statuses by row order
 * of their map, places in both boundary sets, weights of units.
 */
final class Tables {
    private static final String NONE = "(none)";
    private static final String UNKNOWN = "unknown";

    final List<String> statuses = new ArrayList<>();
    private final Map<String, String> statusByWord = new HashMap<>();
    private final Map<String, String[]> rates = new HashMap<>();
    private final Map<String, Map<String, String>> districts = new HashMap<>();
    private final List<Map<String, String>> communes = new ArrayList<>();
    private final List<String> provinces = new ArrayList<>();

    Tables() {
        for (var row : rows("order_status_map.tsv", "\t")) {
            String canonical = row.get("canonical");
            statuses.add(canonical);
            row.forEach((platform, words) -> {
                for (String word : words.split(";")) {
                    statusByWord.put(platform + " " + word.toLowerCase(), canonical);
                }
            });
        }
        for (var row : rows("unit_conversions.csv", ",")) {
            rates.put(
                    row.get("unit") + " " + row.get("commodity"),
                    new String[] {row.get("kg_per_unit"), row.get("pieces_per_unit")});
        }
        for (var row : rows("admin_units.csv", ",")) {
            switch (row.get("level")) {
                case "province" -> provinces.add(row.get("code"));
                case "district" -> districts.put(row.get("code"), row);
                default -> communes.add(row);
            }
        }
    }

    String status(String platform, String word) {
        String own = statusByWord.get(platform + " " + word.toLowerCase());
        return own != null ? own : statusByWord.getOrDefault("canonical " + word.toLowerCase(), "UNKNOWN");
    }

    /** Kilograms and pieces of one unit, each may be empty; null: it does not convert. */
    String[] rate(String unit, String commodity) {
        String[] own = rates.get(unit + " " + commodity);
        return own != null ? own : rates.get(unit + " *");
    }

    /** Province, old district, commune of 2025. */
    List<String> place(String commune, LocalDate day, String district, String province) {
        if (province != null && !provinces.contains(province)) {
            throw new IllegalStateException("the season has a province from elsewhere: " + province);
        }
        for (var unit : communes) {
            if (unit.get("code").equals(commune) && isValid(unit, day)) {
                return placeIn(unit, district);
            }
        }
        if (districts.containsKey(district)) {
            return List.of(districts.get(district).get("parent_code"), district, UNKNOWN);
        }
        return List.of(province == null ? UNKNOWN : province, UNKNOWN, UNKNOWN);
    }

    private List<String> placeIn(Map<String, String> unit, String told) {
        String parent = unit.get("parent_code");
        if (districts.containsKey(parent)) {
            return List.of(districts.get(parent).get("parent_code"), parent, unit.get("successor_code"));
        }
        if (unit.get("old_district_codes").isEmpty()) {
            return List.of(parent, NONE, unit.get("code"));
        }
        List<String> old = List.of(unit.get("old_district_codes").split(";"));
        String province = districts.get(old.get(0)).get("parent_code");
        String district = old.size() == 1 ? old.get(0) : told != null && old.contains(told) ? told : "mixed";
        return List.of(province, district, unit.get("code"));
    }

    private static boolean isValid(Map<String, String> unit, LocalDate day) {
        String from = unit.get("valid_from");
        String to = unit.get("valid_to");
        return (from.isEmpty() || !day.isBefore(LocalDate.parse(from)))
                && (to.isEmpty() || !day.isAfter(LocalDate.parse(to)));
    }

    /** A quoted cell becomes empty: none that is read is. */
    static List<Map<String, String>> rows(String file, String separator) {
        var stream = Tables.class.getResourceAsStream("/reference/" + file);
        try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String[] names = in.readLine().split(separator, -1);
            var rows = new ArrayList<Map<String, String>>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.replaceAll("\"[^\"]*\"", "").split(separator, -1);
                var row = new HashMap<String, String>();
                for (int i = 0; i < Math.min(names.length, cells.length); i++) {
                    row.put(names[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
