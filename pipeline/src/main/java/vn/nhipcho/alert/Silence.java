package vn.nhipcho.alert;

/**
 * What the time since a seller's last order tells: how probable it is that the seller has stopped.
 *
 * <p>Orders are a Poisson process whose rate differs between sellers by a Gamma distribution, and sellers stop at a constant
 * rate (the Pareto/NBD model of Schmittlein, Morrison and Colombo, "Counting Your Customers", 1987, with one rate of
 * stopping for all). After orders of weight n in a time A, a seller that goes on is silent for a time g with probability
 * (A / (A + g))^n, and one that stops in between, at u, with (A / (A + u))^n. So the odds of having stopped are
 *
 * <pre>
 * 1/life · ∫ ((A + g) / (A + u))^n du over u from 0 to g  =  A/life · (q^n - q) / (n - 1)   with q = (A + g) / A
 * </pre>
 *
 * as long as the silence is short against a life; where it is not, this errs on the side of waiting. A slow seller's silence
 * weighs little, and any silence where sellers go on for long. Time is in days of selling time.
 *
 * @param orders weight of the orders so far: the prior's shape r and one for each repeat order
 * @param days selling time they took, the prior's α included
 * @param lifeDays mean selling time until a seller stops
 */
record Silence(double orders, double days, double lifeDays) {
    /** Halvings of ln q between 0 and {@link #LONGEST}: far finer than a second. */
    private static final int STEPS = 60;
    /** ln q; no silence is 20,000 times the history before it. */
    private static final double LONGEST = 10;

    /** Mean selling time from an order to the next while the seller goes on. */
    double usualDays() {
        return days / orders;
    }

    /** Probability that a seller silent for so long has stopped. */
    double stopped(double silentDays) {
        double odds = odds(Math.log1p(silentDays / days));
        return odds == Double.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
    }

    /** After how long a silence the seller has stopped with a probability. */
    double daysUntil(double probability) {
        double odds = probability / (1 - probability);
        double low = 0;
        double high = LONGEST;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (odds(middle) < odds) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return days * Math.expm1(high);
    }

    private double odds(double logQ) {
        double more = orders - 1;
        // The limit of (q^n - q) / (n - 1) at n = 1 is q ln q.
        double integral = Math.abs(more) < 1e-9 ? logQ : Math.expm1(more * logQ) / more;
        return days / lifeDays * Math.exp(logQ) * integral;
    }
}
