package vn.nhipcho.local.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SmallCellsProperties {
    private static SmallCells<Integer> apply(List<Integer> cells) {
        return SmallCells.apply(cells, Integer::longValue, 5, Integer::sum);
    }

    @Property
    void showsNoSmallCellAndLosesNothing(@ForAll @Size(max = 30) List<@IntRange(min = 1, max = 40) Integer> cells) {
        SmallCells<Integer> small = apply(cells);
        int total = cells.stream().mapToInt(Integer::intValue).sum();

        assertThat(small.shown()).allMatch(cell -> cell >= 5);
        assertThat(small.shown().stream().mapToInt(Integer::intValue).sum()
                        + small.together().orElse(0))
                .isEqualTo(total);
    }

    /** What is together is what a total minus the shown cells tells. */
    @Property
    void leavesNothingSmallToBeFoundBySubtraction(
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 40) Integer> cells) {
        SmallCells<Integer> small = apply(cells);

        small.together().ifPresent(together -> {
            if (!small.shown().isEmpty()) {
                assertThat(together).isGreaterThanOrEqualTo(5);
            }
        });
    }

    @Example
    void takesTheNextSmallestWhereTheSmallOnesAreTooFewTogether() {
        SmallCells<Integer> small = apply(List.of(9, 3, 6));

        assertThat(small.shown()).containsExactly(9);
        assertThat(small.together()).contains(9);
    }

    @Example
    void leavesCellsAloneWhereNoneIsSmall() {
        assertThat(apply(List.of(5, 8)).together()).isEmpty();
        assertThat(apply(List.of(5, 8)).shown()).containsExactly(5, 8);
    }
}
