package vn.nhipcho.reference;

import static vn.nhipcho.model.Place.MIXED;
import static vn.nhipcho.model.Place.NONE;
import static vn.nhipcho.model.Place.UNKNOWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import vn.nhipcho.model.Place;
import vn.nhipcho.reference.AdminUnit.Level;

/**
 * The administrative units of Hậu Giang and of the new Cần Thơ, and where a reported code lies in both boundary sets.
 * It never guesses: a district that a commune of 2025 does not tell is {@code mixed}.
 *
 * <p>All of the old Hậu Giang is province 93, told by an old code or by a new one, so that the programme's area is one
 * value across the reform; 92 is the rest of the new Cần Thơ, whose communes lie in none of the eight old districts
 * ({@code (none)}).
 */
public final class AdminUnits {
    private final List<AdminUnit> units;
    private final Map<String, List<AdminUnit>> communes = new HashMap<>();
    private final Map<String, AdminUnit> districts = new HashMap<>();
    private final Map<String, AdminUnit> provinces = new HashMap<>();

    private AdminUnits(List<AdminUnit> units) {
        this.units = List.copyOf(units);
        for (AdminUnit unit : units) {
            switch (unit.level()) {
                case PROVINCE -> provinces.put(unit.code(), unit);
                case DISTRICT -> districts.put(unit.code(), unit);
                case COMMUNE ->
                    communes.computeIfAbsent(unit.code(), code -> new ArrayList<>(2))
                            .add(unit);
            }
        }
    }

    public static AdminUnits load() {
        return new AdminUnits(ReferenceFile.rows("admin_units.csv").stream()
                .map(AdminUnits::unit)
                .toList());
    }

    /** Every unit, in the order of the file: provinces, districts, old communes, communes of 2025. */
    public List<AdminUnit> units() {
        return units;
    }

    /**
     * The place of what an account event tells. Any code may be null or blank.
     *
     * @param validOn a day on which the commune code had the meaning reported: 28 codes changed it on 1 July 2025
     * @param districtCode old district, decides between the two that a commune of 2025 may straddle
     * @param provinceCode one that the reference does not cover makes all three stand as written
     */
    public Place place(String communeCode, LocalDate validOn, String districtCode, String provinceCode) {
        String commune = orNull(communeCode);
        String district = orNull(districtCode);
        String province = orNull(provinceCode);
        if (province != null && !provinces.containsKey(province)) {
            return new Place(province, district == null ? NONE : district, commune == null ? NONE : commune);
        }
        if (commune != null) {
            var unit = commune(commune, validOn);
            if (unit.isPresent()) {
                return placeOf(unit.get(), district);
            }
        }
        if (district != null && districts.containsKey(district)) {
            return new Place(districts.get(district).parentCode(), district, UNKNOWN);
        }
        return new Place(province == null ? UNKNOWN : province, UNKNOWN, UNKNOWN);
    }

    /** The commune that a code named on a day. */
    public Optional<AdminUnit> commune(String code, LocalDate day) {
        for (AdminUnit unit : communes.getOrDefault(code, List.of())) {
            if (unit.validOn(day)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** The old district (boundaries of 2024) with a code. */
    public Optional<AdminUnit> district(String code) {
        return Optional.ofNullable(districts.get(code));
    }

    /** Name of the commune that a code named on a day; the code itself, or a value such as {@code mixed}, as given. */
    public String communeName(String code, LocalDate day) {
        return commune(code, day).map(AdminUnit::name).orElse(code);
    }

    /** Name of an old district; what is no district code is given back. */
    public String districtName(String code) {
        return district(code).map(AdminUnit::name).orElse(code);
    }

    private Place placeOf(AdminUnit commune, String toldDistrict) {
        boolean old = districts.containsKey(commune.parentCode());
        if (old) {
            String district = commune.parentCode();
            return new Place(districts.get(district).parentCode(), district, commune.successorCode());
        }
        List<String> from = commune.oldDistricts();
        if (from.isEmpty()) {
            return new Place(commune.parentCode(), NONE, commune.code());
        }
        String province = districts.get(from.get(0)).parentCode();
        if (from.size() == 1) {
            return new Place(province, from.get(0), commune.code());
        }
        return new Place(
                province, toldDistrict != null && from.contains(toldDistrict) ? toldDistrict : MIXED, commune.code());
    }

    private static AdminUnit unit(CSVRecord row) {
        String from = row.get("old_district_codes");
        return new AdminUnit(
                Level.valueOf(row.get("level").toUpperCase(Locale.ROOT)),
                row.get("code"),
                row.get("name"),
                row.get("parent_code"),
                date(row.get("valid_from")),
                date(row.get("valid_to")),
                row.get("successor_code"),
                from.isEmpty() ? List.of() : List.of(from.split(";")));
    }

    private static LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : ReferenceFile.normalized(text);
    }
}
