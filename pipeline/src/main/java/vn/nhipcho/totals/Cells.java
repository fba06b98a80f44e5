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
        addAll(at(cell), difference);
    }

    static void add(long[] sums, Enum<?> measure, long amount) {
        sums[measure.ordinal()] = sum(sums[measure.ordinal()], amount);
    }

    static void addAll(long[] sums, long[] amounts) {
        for (int i = 0; i < amounts.length; i++) {
            sums[i] = sum(sums[i], amounts[i]);
        }
    }

    /**
     * Decoding bounds what one order adds to 10^14 minor units and 10^15 grams, so a cell's sum overflows only after nine
     * thousand orders that are each as large as can be. Then the job stops here: better no figure than one that has wrapped
     * round to a plausible other.
     */
    private static long sum(long before, long amount) {
        try {
            return Math.addExact(before, amount);
        } catch (ArithmeticException overflow) {
            throw new IllegalStateException(
                    "a cell's sum is beyond 64 bits: " + before + " and " + amount
                            + " more; see deploy/RUNBOOK.md#a-sum-is-beyond-64-bits",
                    overflow);
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
