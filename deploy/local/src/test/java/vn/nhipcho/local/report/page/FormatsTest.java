package vn.nhipcho.local.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private final Formats vi = new Formats(new Words(Language.VI));
    private final Formats en = new Formats(new Words(Language.EN));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COUNT        | 58000       | 58.000
            COUNT        | 999         | 999
            MONEY        | 400000000   | 400,0
            MONEY        | 1234500000  | 1.234,5
            MONEY        | 49999       | 0,0
            MONEY_EACH   | 219853.46   | 219.853
            MONEY_PER_KG | 22200.5     | 22.201
            QUANTITY     | 1234567.89  | 1.234,6
            PERCENT      | 0.4706      | 0,5%
            CHANGE       | 12.34       | ▲ 12,3%
            CHANGE       | -5          | ▼ 5,0%
            CHANGE       | 0.04        | = 0,0%
            """)
    void writesNumbersAsInVietnam(Unit unit, BigDecimal amount, String expected) {
        assertThat(vi.number(amount, unit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            217100000000 | 217,10 tỷ đồng
            1000000000   | 1,00 tỷ đồng
            999900000    | 999,9 triệu đồng
            400000000    | 400,0 triệu đồng
            220000       | 220.000 đồng
            0            | 0 đồng
            """)
    void writesAmountsInWords(BigDecimal amount, String expected) {
        assertThat(vi.money(amount)).isEqualTo(expected);
    }

    @Test
    void writesTimesAsInOfficialTexts() {
        var time = ZonedDateTime.of(2022, 7, 22, 9, 5, 59, 0, ZoneId.of("Asia/Ho_Chi_Minh"));

        assertThat(vi.time(time)).isEqualTo("09 giờ 05 phút ngày 22/7/2022");
        assertThat(vi.date(LocalDate.of(2022, 6, 15))).isEqualTo("15/6/2022");
    }

    @Test
    void writesNumbersAsInEnglish() {
        assertThat(en.number(new BigDecimal("1234500000"), Unit.MONEY)).isEqualTo("1,234.5");
    }
}
