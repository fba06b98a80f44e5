package vn.nhipcho.simulation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Repeatable chance: SplitMix64, forked by number so that what one thing draws never shifts what another draws. Only
 * exact arithmetic and StrictMath, so that a season is the same on every machine.
 */
final class Dice {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private final long origin;
    private long state;

    Dice(long seed) {
        this.origin = mix(seed + GAMMA);
        this.state = origin;
    }

    /** A generator of its own, the same for the same number however much was drawn from this one. */
    Dice fork(long number) {
        return new Dice(origin ^ mix(number * GAMMA + 1));
    }

    /** A bijection: different numbers give different results. */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        return mix(state += GAMMA);
    }

    /** From 0 (included) to 1 (excluded). */
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    <T> T pick(List<T> items) {
        return items.get(below(items.size()));
    }

    /** One of the items, each as often as its weight says. */
    <T> T pick(List<T> items, ToDoubleFunction<T> weight) {
        double total = 0;
        for (T item : items) {
            total += weight.applyAsDouble(item);
        }
        double mark = uniform() * total;
        for (T item : items) {
            mark -= weight.applyAsDouble(item);
            if (mark < 0) {
                return item;
            }
        }
        return items.get(items.size() - 1);
    }

    double normal() {
        return StrictMath.sqrt(-2 * StrictMath.log(1 - uniform())) * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** Marsaglia and Tsang; a shape below 1 through the shape above it. */
    double gamma(double shape, double mean) {
        if (shape < 1) {
            return gamma(shape + 1, mean * (shape + 1) / shape) * StrictMath.pow(1 - uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            v = v * v * v;
            if (v > 0 && StrictMath.log(1 - uniform()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v * mean / shape;
            }
        }
    }

    /** Knuth's count; a large mean is halved, since the sum of two Poisson counts is one. */
    int poisson(double mean) {
        if (mean > 30) {
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double limit = StrictMath.exp(-mean);
        double product = uniform();
        int count = 0;
        while (product > limit) {
            product *= uniform();
            count++;
        }
        return count;
    }
}
