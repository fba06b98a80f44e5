package vn.nhipcho.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.nhipcho.reference.AdminUnit;
import vn.nhipcho.reference.AdminUnits;

/**
 * One of Hậu Giang's 75 communes before the reform, with the code of the commune it went into.
 *
 * @param weight its share of the farming households, in any measure
 */
record Commune(String oldCode, String newCode, String district, double weight) {
    /** Districts ended and 28 commune codes changed their meaning on this day (brief 5). */
    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    static final long REFORM_DAY = REFORM.toEpochDay();

    /**
     * People of 2009 in thousands (districts.tsv). Vị Thanh and Vị Thủy stand there only together (170.9); their split
     * is a guess.
     */
    private static final Map<String, Double> PEOPLE = Map.of(
            "930", 72.7, "931", 57.8, "932", 101.0, "933", 81.8, "934", 190.6, "935", 98.2, "936", 84.2, "937", 70.9);

    /** How a commune is told in an event. */
    record Reported(String code, LocalDate validOn, String province) {}

    static List<Commune> of(AdminUnits units) {
        var old = units.units().stream()
                .filter(unit -> unit.level() == AdminUnit.Level.COMMUNE && PEOPLE.containsKey(unit.parentCode()))
                .toList();
        return old.stream()
                .map(unit -> new Commune(
                        unit.code(),
                        unit.successorCode(),
                        unit.parentCode(),
                        PEOPLE.get(unit.parentCode()) * farming(unit) / farmingOf(old, unit.parentCode())))
                .toList();
    }

    /** By the codes of the day; offices that still use the old forms say a day on which their code was valid. */
    Reported reportedOn(LocalDate day, boolean oldForm) {
        if (day.isBefore(REFORM)) {
            return new Reported(oldCode, day, "93");
        }
        return oldForm ? new Reported(oldCode, REFORM.minusDays(1), "93") : new Reported(newCode, day, "92");
    }

    private static double farmingOf(List<AdminUnit> communes, String district) {
        return communes.stream()
                .filter(unit -> unit.parentCode().equals(district))
                .mapToDouble(Commune::farming)
                .sum();
    }

    /** Guess: a ward has fewer than half, a township two thirds of the farms of a rural commune. */
    private static double farming(AdminUnit commune) {
        return commune.name().startsWith("Phường") ? 0.45 : commune.name().startsWith("Thị") ? 0.67 : 1;
    }
}
