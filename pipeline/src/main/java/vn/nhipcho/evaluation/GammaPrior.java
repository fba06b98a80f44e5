package vn.nhipcho.evaluation;

import java.util.Collection;

/**
 * What is known of a seller before the first order: orders a day of selling time are Gamma distributed with shape r and
 * rate α, and after each order the seller gives up with a probability that is Beta(a, b) distributed.
 *
 * <p>The second part is no fifth wheel: sellers that have stopped look like slow ones, and a prior that knows no stopping
 * takes all sellers for slower than they are. Fitted by maximum likelihood to each seller's repeat orders x, the time
 * t_x of the last one and the time T it was watched (Fader, Hardie and Lee, "Counting Your Customers" the Easy Way, 2005,
 * equation 6):
 *
 * <pre>
 * L = B(a, b+x) / B(a, b) · Γ(r+x) α^r / (Γ(r) (α+T)^(r+x))
 *   + [x &gt; 0] · B(a+1, b+x-1) / B(a, b) · Γ(r+x) α^r / (Γ(r) (α+t_x)^(r+x))
 * </pre>
 *
 * <p>Without stopping (a = 0) the first term is all: the negative binomial distribution of Gamma-Poisson counts.
 *
 * @param alphaDays in days of selling time
 */
public record GammaPrior(double r, double alphaDays, double a, double b) {

    /** @throws IllegalArgumentException where fewer than ten sellers have a repeat order */
    public static GammaPrior estimate(Collection<Purchases> sellers) {
        long withRepeats =
                sellers.stream().filter(seller -> seller.repeats() > 0).count();
        if (withRepeats < 10) {
            throw new IllegalArgumentException(
                    "only " + withRepeats + " sellers have more than one order; a prior needs at least 10");
        }
        double[] best = Minimum.of(logs -> -ofLogs(logs).logLikelihood(sellers), new double[] {0, 3, -2, 1});
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
        int x = seller.repeats();
        // Γ(r+x) / Γ(r) and B(a, b+x) / B(a, b) are products, since x is whole.
        double common = r * Math.log(alphaDays);
        for (int i = 0; i < x; i++) {
            common += Math.log(r + i) + Math.log((b + i) / (a + b + i));
        }
        double alive = -(r + x) * Math.log(alphaDays + seller.watched());
        if (x == 0) {
            return common + alive;
        }
        double stopped = Math.log(a / (b + x - 1)) - (r + x) * Math.log(alphaDays + seller.lastAfter());
        double greater = Math.max(alive, stopped);
        return common + greater + Math.log(Math.exp(alive - greater) + Math.exp(stopped - greater));
    }

    private static GammaPrior ofLogs(double[] logs) {
        return new GammaPrior(exp(logs[0]), exp(logs[1]), exp(logs[2]), exp(logs[3]));
    }

    /** Far out the likelihood is flat: without stopping b has no greatest likelihood. */
    private static double exp(double log) {
        return Math.exp(Math.max(-12, Math.min(12, log)));
    }
}
