package vn.nhipcho.local.report.figures;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Puts cells of too few together, so that none of them can be read or be found by subtracting the others from the total:
 * where those below the limit are too few even together, the next smallest cell joins them.
 *
 * @param shown each at or above the limit, in the order they came in
 * @param together of all the others; empty where there are none. Below the limit only where everything is.
 */
public record SmallCells<T>(List<T> shown, Optional<T> together) {

    public static <T> SmallCells<T> apply(List<T> cells, ToLongFunction<T> size, long limit, BinaryOperator<T> merge) {
        List<Integer> smallestFirst = IntStream.range(0, cells.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> size.applyAsLong(cells.get(i))))
                .toList();
        Set<Integer> merged = new HashSet<>();
        T together = null;
        for (int i : smallestFirst) {
            T cell = cells.get(i);
            boolean isEnough =
                    size.applyAsLong(cell) >= limit && (together == null || size.applyAsLong(together) >= limit);
            if (isEnough) {
                break;
            }
            together = together == null ? cell : merge.apply(together, cell);
            merged.add(i);
        }
        List<T> shown = IntStream.range(0, cells.size())
                .filter(i -> !merged.contains(i))
                .mapToObj(cells::get)
                .toList();
        return new SmallCells<>(shown, Optional.ofNullable(together));
    }
}
