package vn.nhipcho.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellTest {
    private static final List<String> TEXTS =
            List.of("all", "shopee", "93", "930", "31480", "rice", "htx-1", "HOUSEHOLD");
    private static final Cell CELL = cell(TEXTS);

    /** As {@link Cell} was when the compiler wrote its hash, which decided the key groups of every savepoint since. */
    private record Generated(
            String grouping,
            long hour,
            String platform,
            String province,
            String district,
            String commune,
            String commodity,
            String cooperative,
            String sellerType) {}

    @Test
    void keepsTheHashThatSavepointsWereWrittenWith() {
        var generated =
                new Generated("all", 9_000_000_003L, "shopee", "93", "930", "31480", "rice", "htx-1", "HOUSEHOLD");

        assertThat(CELL).hasSameHashCodeAs(generated);
    }

    @Test
    void differsInEachOfItsColumns() {
        assertThat(CELL).isEqualTo(cell(List.copyOf(TEXTS)));
        assertThat(CELL).isNotEqualTo(new Cell("all", 1, "shopee", "93", "930", "31480", "rice", "htx-1", "HOUSEHOLD"));
        for (int changed = 0; changed < 8; changed++) {
            int column = changed;
            List<String> other = IntStream.range(0, 8)
                    .mapToObj(i -> i == column ? "other" : TEXTS.get(i))
                    .toList();
            assertThat(CELL).isNotEqualTo(cell(other));
        }
    }

    private static Cell cell(List<String> texts) {
        return new Cell(
                texts.get(0),
                9_000_000_003L,
                texts.get(1),
                texts.get(2),
                texts.get(3),
                texts.get(4),
                texts.get(5),
                texts.get(6),
                texts.get(7));
    }
}
