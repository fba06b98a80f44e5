package vn.nhipcho.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitConversionsTest {
    private static final UnitConversions CONVERSIONS = UnitConversions.load();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "kg, CAM, 1500, 1500, 0",
                "Kg, -, 1, 1, 0",
                "' kg ', KHAC, 1000, 1000, 0",
                "g, GAO, 500, 1, 0", // half a gram, up
                "g, GAO, 499, 0, 0",
                "tonne, Onion, 61139000, 61139000000, 0",
                "tấn, MIA, 1000, 1000000, 0",
                "tạ, LUA, 2500, 250000, 0",
                "yến, CAM, 1000, 10000, 0",
                "giạ, LUA, 1000, 20000, 0",
                "giạ, CAM, 1000, -, 0",
                "trái, KHOM, 2000, 2400, 0",
                "trái, CAM, 2000, -, 2000",
                "quả, SAU_RIENG, 1000, 3000, 0",
                "cặp, BUOI_NR, 1000, 2400, 0",
                "cặp, CAM, 1500, -, 3000",
                "piece, cama_mesa_banho, 1000, -, 1000",
                "hộp, CHE_BIEN, 3000, -, 3000",
                "thùng, CAM, 1000, -, 1000",
                "thùng 10kg, CAM, 2000, 20000, 0",
                "bao 50kg, GAO, 1000, 50000, 0",
                "chục, CAM, 1000, -, 0",
                "nải, -, 1000, -, 0",
                "no such unit, CAM, 1000, -, 0",
                "tonne, Wheat, 9223372036854775807, -, 0" // beyond a long of grams
            })
    void convertsWhatTheFileTells(String unit, String commodity, long thousandths, Long grams, long pieces) {
        assertThat(CONVERSIONS.convert(unit, commodity, thousandths)).isEqualTo(new Converted(grams, pieces));
    }

    @Test
    void decomposedUnicodeIsTheSameUnit() {
        String decomposed = Normalizer.normalize("tạ", Normalizer.Form.NFD);

        assertThat(CONVERSIONS.convert(decomposed, "LUA", 1000)).isEqualTo(new Converted(100_000L, 0));
    }

    @Test
    void aPieceWeighsWhatTheCommodityFileSays() {
        assertThat(Commodities.load().all())
                .filteredOn(commodity -> commodity.kgPerPiece() != null)
                .hasSize(5)
                .allSatisfy(commodity -> assertThat(CONVERSIONS
                                .convert("trái", commodity.code(), 1000)
                                .grams())
                        .isEqualTo(commodity
                                .kgPerPiece()
                                .multiply(BigDecimal.valueOf(1000))
                                .longValueExact()));
    }
}
