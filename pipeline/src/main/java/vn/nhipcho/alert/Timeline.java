package vn.nhipcho.alert;

import java.util.Arrays;

/**
 * A clock that runs in some intervals and stands still between them, in milliseconds; each question is one binary
 * search. Before its begin and after its end it runs always.
 */
final class Timeline {
    /** Where the clock starts and stops by turns, strictly ascending: it runs from an even place to the odd one after it. */
    private final long[] turns;
    /** Time run from the first start up to each turn. */
    private final long[] run;

    /** @param turns an odd number: a start, a stop and so on, and the start after which it never stops; it also runs before the first */
    Timeline(long[] turns) {
        this.turns = turns;
        this.run = new long[turns.length];
        for (int i = 1; i < turns.length; i++) {
            run[i] = run[i - 1] + (i % 2 == 1 ? turns[i] - turns[i - 1] : 0);
        }
    }

    boolean runs(long at) {
        int turn = lastTurn(at);
        return turn < 0 || turn % 2 == 0;
    }

    long between(long from, long to) {
        return from >= to ? 0 : runUntil(to) - runUntil(from);
    }

    /** The earliest moment by which so much time has run; {@code Long.MAX_VALUE} when there is none. */
    long plus(long from, long time) {
        if (time <= 0) {
            return from;
        }
        long before = runUntil(from);
        long until = before + time;
        if (until < before) {
            return Long.MAX_VALUE;
        }
        int place = Arrays.binarySearch(run, until);
        // A stop and the start after it have run equally long: the stop is the earlier of the two.
        int start = place >= 0 ? place : -place - 2;
        if (start < 0) {
            return turns[0] + until;
        }
        if (run[start] == until) {
            return turns[start % 2 == 0 && start > 0 ? start - 1 : start];
        }
        long left = until - run[start];
        return left > Long.MAX_VALUE - Math.max(0, turns[start]) ? Long.MAX_VALUE : turns[start] + left;
    }

    /** The first start (or stop) after a moment; {@code Long.MAX_VALUE} when there is none. */
    long next(boolean start, long at) {
        int turn = lastTurn(at) + 1;
        // The first start begins nothing: the clock ran before it.
        if (turn == 0) {
            turn = 1;
        }
        if ((turn % 2 == 0) != start) {
            turn++;
        }
        return turn < turns.length ? turns[turn] : Long.MAX_VALUE;
    }

    private long runUntil(long at) {
        int turn = lastTurn(at);
        if (turn < 0) {
            return at < Long.MIN_VALUE / 2 ? Long.MIN_VALUE / 2 : at - turns[0];
        }
        return run[turn] + (turn % 2 == 0 ? at - turns[turn] : 0);
    }

    private int lastTurn(long at) {
        int place = Arrays.binarySearch(turns, at);
        return place >= 0 ? place : -place - 2;
    }
}
