package vn.nhipcho.evaluation;

import java.util.Collection;

/**
 * What is known of a seller before the first order: orders a day of selling time are Gamma distributed with shape r and
 * rate α, and whoever sells stops after a time that is exponentially distributed with a mean of {@code lifeDays}.
 *
 * <p>The second part is no fifth wheel: sellers that have stopped look like slow ones, and a prior that knows no stopping
 * takes all sellers for slower than they are. Fitted by maximum likelihood to each seller's repeat orders x, the time
 * t_x of the last one and the time T it was watched (the Pareto/NBD model of Schmittlein, Morrison and Colombo, "Counting
 * Your Customers", 1987, with one rate of stopping 1/life for all sellers):
 *
 * <pre>
 * L = Γ(r+x) α^r / Γ(r) · [ e^(-T/life) / (α+T)^(r+x) + ∫ e^(-τ/life) / life / (α+τ)^(r+x) dτ over τ from t_x to T ]
 * </pre>
 *
 * @param alphaDays in days of selling time
 * @param lifeDays in days of selling time
 */
public record GammaPrior(double r, double alphaDays, double lifeDays) {
    /** Parts of the integral; in each the share of sellers that stop is taken for constant, which errs by far less than 1 %. */
    private static final int PARTS = 32;

    /** @throws IllegalArgumentException where fewer than ten sellers have a repeat order */
    public static GammaPrior estimate(Collection<Purchases> sellers) {
        long withRepeats =
                sellers.stream().filter(seller -> seller.repeats() > 0).count();
        if (withRepeats < 10) {
            throw new IllegalArgumentException(
                    "only " + withRepeats + " sellers have more than one order; a prior needs at least 10");
        }
        double[] best = Minimum.of(logs -> -ofLogs(logs).logLikelihood(sellers), new double[] {0, 3, 6});
        return ofLogs(best);
    }

    double logLikelihood(Collection<Purchases> sellers) {
        double sum = 0;
        for (Purchases seller : sellers) {
            sum += logLikelihood(seller);
        }
        return sum;
    }

    private double logLikelihood(Purchases seller) {
        double weight = r + seller.repeats();
        double from = alphaDays + seller.lastAfter();
        // A last order within the same millisecond as the end may come out a hair after it.
        double to = Math.max(from, alphaDays + seller.watched());
        double common = r * Math.log(alphaDays) - weight * Math.log(from);
        for (int i = 0; i < seller.repeats(); i++) {
            // Γ(r+x) / Γ(r) is a product, since x is whole.
            common += Math.log(r + i);
        }
        double goesOn = Math.exp(-seller.watched() / lifeDays - weight * Math.log(to / from));
        return common + Math.log(goesOn + stopped(weight, from, to));
    }

    /** The integral, times from^weight so that nothing underflows; its parts grow as the integrand falls. */
    private double stopped(double weight, double from, double to) {
        double factor = Math.pow(to / from, 1.0 / PARTS);
        double sum = 0;
        for (int part = 0; part < PARTS; part++) {
            double left = Math.pow(factor, part);
            double middle = from * left * Math.sqrt(factor) - alphaDays;
            sum += Math.exp(-middle / lifeDays) / lifeDays * from * powerIntegral(weight, left, left * factor);
        }
        return sum;
    }

    /** Of u^-weight over u between two ends. */
    private static double powerIntegral(double weight, double left, double right) {
        double more = weight - 1;
        return Math.abs(more) < 1e-9 ? Math.log(right / left) : (Math.pow(left, -more) - Math.pow(right, -more)) / more;
    }

    private static GammaPrior ofLogs(double[] logs) {
        return new GammaPrior(exp(logs[0]), exp(logs[1]), exp(logs[2]));
    }

    /** Far out the likelihood is flat: without stopping a life has no greatest likelihood. */
    private static double exp(double log) {
        return Math.exp(Math.max(-12, Math.min(12, log)));
    }
}
