package vn.nhipcho.local.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipcho.local.WrongUse;

class PositionTest {
    @Test
    void readsARecordOfATopic() {
        assertThat(Position.parse("market.orders.v1:3:17")).isEqualTo(new Position("market.orders.v1", 3, 17));
    }

    @Test
    void readsALineOfAFileThoughItsTopicHasAColon() {
        assertThat(Position.parse("import:jsonl:-1:8")).isEqualTo(new Position("import:jsonl", -1, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "orders:17", "orders:x:1", "orders:1:-1", ":1:1"})
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> Position.parse(text)).isInstanceOf(WrongUse.class);
    }
}
