package vn.nhipcho.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ChecksTest {
    @Test
    void takesTextsOfAnyScriptAndRefusesHalfACharacter() {
        assertThat(Texts.required("f", "trái 🍍 kể một")).isEqualTo("trái 🍍 kể một");
        for (String half : new String[] {"o\uD83C", "\uD83Co", "\uDF4D\uD83C"}) {
            assertThatThrownBy(() -> Texts.required("f", half)).hasMessageContaining("f holds a lone surrogate");
        }
    }

    @Test
    void refusesNumbersThatNoLongHolds() {
        assertThatThrownBy(() -> Amounts.quantity("f", new BigDecimal("9".repeat(30) + ".000")))
                .isInstanceOf(Refusal.class)
                .hasMessage("f is a number of 110 bits, not within 0 and 1000000000");
    }

    @Test
    void theLargestLineStillFitsALong() {
        Amounts.checkLineValue("f", 1_000, Amounts.MOST_MONEY);
        Amounts.checkLineValue("f", Amounts.MOST_QUANTITY, Amounts.MOST_MONEY / 1_000_000_000);
        assertThatThrownBy(() -> Amounts.checkLineValue("f", 2_000, Amounts.MOST_MONEY))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Amounts.checkLineValue("f", Amounts.MOST_QUANTITY, Amounts.MOST_MONEY))
                .isInstanceOf(Refusal.class);
    }
}
