package vn.nhipcho.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhipcho.model.Place;
import vn.nhipcho.reference.AdminUnit.Level;

class AdminUnitsTest {
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);
    private static final AdminUnits UNITS = AdminUnits.load();

    static Stream<AdminUnit> oldCommunes() {
        return communes(BEFORE);
    }

    static Stream<AdminUnit> communesOfHauGiang2025() {
        return communes(AFTER).filter(commune -> !commune.oldDistricts().isEmpty());
    }

    @Test
    void holdsEightDistrictsSeventyFiveOldCommunesAndTheNewCity() {
        assertThat(UNITS.units())
                .filteredOn(unit -> unit.level() == Level.DISTRICT)
                .hasSize(8);
        assertThat(oldCommunes()).hasSize(75);
        assertThat(communesOfHauGiang2025()).hasSize(28);
        assertThat(communes(AFTER)).hasSize(103);
        assertThat(UNITS.units()).allSatisfy(unit -> assertThat(unit.name())
                .isEqualTo(Normalizer.normalize(unit.name(), Normalizer.Form.NFC)));
    }

    @ParameterizedTest
    @MethodSource("oldCommunes")
    void placesAnOldCodeInItsDistrictAndTheCommuneItWentTo(AdminUnit old) {
        var place = UNITS.place(old.code(), BEFORE, null, null);

        assertThat(place).isEqualTo(new Place("93", old.parentCode(), old.successorCode()));
        var successor = UNITS.commune(old.successorCode(), AFTER).orElseThrow();
        assertThat(successor.oldDistricts()).contains(old.parentCode());
    }

    @ParameterizedTest
    @MethodSource("communesOfHauGiang2025")
    void placesANewCodeInItself(AdminUnit commune) {
        var place = UNITS.place(commune.code(), AFTER, null, null);

        boolean straddles = List.of("31369", "31453").contains(commune.code());
        assertThat(place.province()).isEqualTo("93");
        assertThat(place.commune()).isEqualTo(commune.code());
        assertThat(place.district())
                .isEqualTo(straddles ? Place.MIXED : commune.oldDistricts().get(0));
        assertThat(commune.oldDistricts()).hasSize(straddles ? 2 : 1);
    }

    @Test
    void everyNewCodeOfHauGiangIsAReusedOldCode() {
        assertThat(communesOfHauGiang2025()).allSatisfy(commune -> assertThat(UNITS.commune(commune.code(), BEFORE))
                .isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "31420, 2025-06-30, Xã Hòa Mỹ",
        "31420, 2025-07-01, Xã Phụng Hiệp",
        "31441, 2025-06-30, Thị trấn Nàng Mau",
        "31441, 2025-07-01, Xã Vị Thủy",
        "31408, 2022-07-22, Xã Long Thạnh",
        "31408, 2026-07-22, Xã Thạnh Hòa",
        "31447, 2025-06-30, Xã Vị Thủy",
        "31447, 2025-07-01, 31447",
        "mixed, 2025-07-01, mixed"
    })
    void aCodeNamesAnotherCommuneAfterTheReform(String code, LocalDate day, String name) {
        assertThat(UNITS.communeName(code, day)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // homonyms: Vĩnh Thuận Đông and Đông Phước before and after, Long Mỹ town and rural district
                "31486, 2025-06-30, -,   -,  93, 936, 31453",
                "31453, 2025-06-30, -,   -,  93, 935, 31453",
                "31453, 2025-07-01, 936, -,  93, 936, 31453",
                "31453, 2025-07-01, 934, -,  93, mixed, 31453",
                "31384, 2025-06-30, -,   -,  93, 933, 31378",
                "31369, 2025-07-01, 932, 92, 93, 932, 31369",
                "31471, 2025-07-01, 936, -,  93, 937, 31471",
                // the date decides, not the province told with it
                "31417, 2025-06-30, -,   92, 93, 934, 31420",
                // the rest of the new Cần Thơ
                "31120, 2025-07-01, -,   -,  92, (none), 31120",
                // unknown at that date
                "31120, 2025-06-30, -,   -,  unknown, unknown, unknown",
                "31417, 2025-07-01, -,   -,  unknown, unknown, unknown",
                "31417, 2025-07-01, 934, -,  93, 934, unknown",
                "99999, 2025-07-01, 934, 92, 93, 934, unknown",
                "99999, 2025-07-01, 777, 93, 93, unknown, unknown",
                // nothing, or little, told
                "-,     2025-07-01, -,   -,  unknown, unknown, unknown",
                "' ',   2025-07-01, '',  '', unknown, unknown, unknown",
                "-,     2025-07-01, 930, -,  93, 930, unknown",
                "-,     2025-07-01, -,   92, 92, unknown, unknown",
                // other countries and provinces stand as written
                "sao paulo, 2018-01-01, SP, SP, SP, SP, sao paulo",
                "-, 2020-01-01, Kolar, Karnataka, Karnataka, Kolar, (none)",
                "31420, 2020-01-01, -, 94, 94, (none), 31420"
            })
    void placesWhatAnEventTells(
            String commune,
            LocalDate on,
            String district,
            String province,
            String inProvince,
            String inDistrict,
            String in) {
        assertThat(UNITS.place(commune, on, district, province)).isEqualTo(new Place(inProvince, inDistrict, in));
    }

    @Test
    void districtsKeepTheirNames() {
        assertThat(UNITS.districtName("936")).isEqualTo("Huyện Long Mỹ");
        assertThat(UNITS.districtName("937")).isEqualTo("Thị xã Long Mỹ");
        assertThat(UNITS.districtName(Place.MIXED)).isEqualTo("mixed");
        assertThat(oldCommunes().collect(Collectors.groupingBy(AdminUnit::parentCode, Collectors.counting())))
                .containsEntry("930", 9L)
                .containsEntry("931", 6L)
                .containsEntry("932", 10L)
                .containsEntry("933", 8L)
                .containsEntry("934", 15L)
                .containsEntry("935", 10L)
                .containsEntry("936", 8L)
                .containsEntry("937", 9L);
    }

    private static Stream<AdminUnit> communes(LocalDate day) {
        return UNITS.units().stream().filter(unit -> unit.level() == Level.COMMUNE && unit.validOn(day));
    }
}
