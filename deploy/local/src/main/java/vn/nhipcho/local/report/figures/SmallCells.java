package vn.nhipcho.local.report.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.ToLongFunction;

/**
 * Puts cells of too few together, so that none of them can be read or be found by subtracting the others from the total:
 * where those below the limit are too few even together, the next smallest cell joins them.
 *
 * @param shown each at or above the limit, in the order they came in
 * @param together of all the others; empty where there are none. Below the limit only where everything is.
 */
public record SmallCells<T>(List<T> shown, Optional<T> together) {

    public static <T> SmallCells<T> apply(List<T> cells, ToLongFunction<T> size, long limit, BinaryOperator<T> merge) {
        List<T> smallestFirst = new ArrayList<>(cells);
        smallestFirst.sort(Comparator.comparingLong(size));
        List<T> merged = new ArrayList<>();
        T together = null;
        for (T cell : smallestFirst) {
            boolean isEnough = together == null
                    ? size.applyAsLong(cell) >= limit
                    : size.applyAsLong(cell) >= limit && size.applyAsLong(together) >= limit;
            if (isEnough) {
                break;
            }
            together = together == null ? cell : merge.apply(together, cell);
            merged.add(cell);
        }
        List<T> shown = cells.stream()
                .filter(cell -> merged.stream().noneMatch(other -> other == cell))
                .toList();
        return new SmallCells<>(shown, Optional.ofNullable(together));
    }
}
