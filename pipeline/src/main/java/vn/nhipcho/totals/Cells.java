package vn.nhipcho.totals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import vn.nhipcho.model.Cell;

/** Amounts by cell; adding and subtracting leaves the differences, and a difference of zero is none. */
final class Cells {
    private final int measures;
    private final Map<Cell, long[]> amounts = new HashMap<>();

    Cells(int measures) {
        this.measures = measures;
    }

    long[] at(Cell cell) {
        return amounts.computeIfAbsent(cell, absent -> new long[measures]);
    }

    void add(Cell cell, long[] difference) {
        long[] sum = at(cell);
        for (int i = 0; i < measures; i++) {
            sum[i] += difference[i];
        }
    }

    int size() {
        return amounts.size();
    }

    /** Hands over every difference that is not zero, and forgets all. */
    void drain(BiConsumer<Cell, long[]> consumer) {
        amounts.forEach((cell, difference) -> {
            if (!isZero(difference)) {
                consumer.accept(cell, difference);
            }
        });
        amounts.clear();
    }

    static boolean isZero(long[] amounts) {
        return Arrays.stream(amounts).allMatch(amount -> amount == 0);
    }
}
