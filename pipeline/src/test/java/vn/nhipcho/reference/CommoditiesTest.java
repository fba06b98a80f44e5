package vn.nhipcho.reference;

import static java.time.Month.AUGUST;
import static java.time.Month.DECEMBER;
import static java.time.Month.JANUARY;
import static java.time.Month.NOVEMBER;
import static java.time.Month.SEPTEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommoditiesTest {
    private final Commodities commodities = Commodities.load();

    @Test
    void readsEveryCommodityWithItsSeason() {
        assertThat(commodities.all()).hasSize(16).allSatisfy(one -> assertThat(one.season())
                .isNotEmpty());
        assertThat(commodities.byCode("BUOI_NR").orElseThrow().season())
                .containsExactlyInAnyOrder(NOVEMBER, DECEMBER, JANUARY, AUGUST, SEPTEMBER);
        assertThat(commodities.byCode("GAO").orElseThrow().season()).hasSize(12);
    }

    @Test
    void missingNumbersAreNullAndNotZero() {
        assertThat(commodities.byCode("CAM").orElseThrow().kgPerPiece()).isNull();
        assertThat(commodities.byCode("CHE_BIEN").orElseThrow().farmgateLow()).isNull();
        assertThat(commodities.byCode("MIT").orElseThrow().kgPerPiece()).isEqualByComparingTo("10");
        assertThat(commodities.byCode("mít")).isEmpty();
    }
}
