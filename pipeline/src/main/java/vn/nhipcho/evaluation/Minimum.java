package vn.nhipcho.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** Where a smooth function of a few variables is least near a start, by Nelder and Mead's simplex (1965). */
final class Minimum {
    private static final int MOST_STEPS = 4_000;
    private static final double CLOSE = 1e-9;

    private final ToDoubleFunction<double[]> function;
    private final Point[] simplex;

    private record Point(double[] at, double value) {}

    private Minimum(ToDoubleFunction<double[]> function, double[] start) {
        this.function = function;
        simplex = new Point[start.length + 1];
        for (int i = 0; i < simplex.length; i++) {
            double[] corner = start.clone();
            if (i > 0) {
                corner[i - 1] += 0.5;
            }
            simplex[i] = point(corner);
        }
    }

    static double[] of(ToDoubleFunction<double[]> function, double[] start) {
        return new Minimum(function, start).search();
    }

    private double[] search() {
        for (int step = 0; step < MOST_STEPS; step++) {
            Arrays.sort(simplex, Comparator.comparingDouble(Point::value));
            if (worst().value - simplex[0].value < CLOSE * (1 + Math.abs(simplex[0].value))) {
                break;
            }
            step();
        }
        return simplex[0].at;
    }

    private void step() {
        int last = simplex.length - 1;
        Point reflected = along(-1);
        if (reflected.value < simplex[0].value) {
            Point further = along(-2);
            simplex[last] = further.value < reflected.value ? further : reflected;
        } else if (reflected.value < simplex[last - 1].value) {
            simplex[last] = reflected;
        } else {
            Point nearer = along(reflected.value < worst().value ? -0.5 : 0.5);
            if (nearer.value < Math.min(reflected.value, worst().value)) {
                simplex[last] = nearer;
            } else {
                shrink();
            }
        }
    }

    /** On the line from the middle of all others to the worst point. */
    private Point along(double factor) {
        double[] at = new double[simplex.length - 1];
        for (int i = 0; i < at.length; i++) {
            double middle = 0;
            for (int corner = 0; corner < at.length; corner++) {
                middle += simplex[corner].at[i] / at.length;
            }
            at[i] = middle + factor * (worst().at[i] - middle);
        }
        return point(at);
    }

    private void shrink() {
        for (int corner = 1; corner < simplex.length; corner++) {
            double[] at = simplex[corner].at.clone();
            for (int i = 0; i < at.length; i++) {
                at[i] = (at[i] + simplex[0].at[i]) / 2;
            }
            simplex[corner] = point(at);
        }
    }

    private Point worst() {
        return simplex[simplex.length - 1];
    }

    private Point point(double[] at) {
        return new Point(at, function.applyAsDouble(at));
    }
}
