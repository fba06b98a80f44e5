package vn.nhipcho.reference;

import java.time.LocalDate;
import java.util.List;

/**
 * A province, district or commune under one code for as long as the code had this meaning.
 *
 * @param parentCode district of an old commune, province of a district or of a commune of 2025; empty for a province
 * @param validFrom first day; null: as far back as the list reaches
 * @param validTo last day; null: still valid
 * @param successorCode unit into which this one went whole; empty: none
 * @param oldDistricts old districts of Hậu Giang from which a commune of 2025 was made; none for communes from elsewhere
 */
public record AdminUnit(
        Level level,
        String code,
        String name,
        String parentCode,
        LocalDate validFrom,
        LocalDate validTo,
        String successorCode,
        List<String> oldDistricts) {

    /** Tier of the administration; districts ended with the reform of 1 July 2025. */
    public enum Level {
        PROVINCE,
        DISTRICT,
        COMMUNE
    }

    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
