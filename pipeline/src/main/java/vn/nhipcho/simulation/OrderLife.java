package vn.nhipcho.simulation;

import static vn.nhipcho.simulation.Market.Step.*;
import static vn.nhipcho.simulation.VietnamTime.DAY;
import static vn.nhipcho.simulation.VietnamTime.HOUR;
import static vn.nhipcho.simulation.VietnamTime.SECOND;

import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.simulation.Market.Step;

/**
 * What becomes of one order part from the moment it is placed to its end, decided at once; a pure function of the
 * purchase and the dice. Shares without a source are guesses, set so that 15 to 20 % of what is handed over does not
 * stay with the buyer (brief 3.1).
 */
final class OrderLife {
    /** What was bought, where, and how the seller behaves. */
    record Purchase(long placedAt, Market market, Buyer buyer, Conduct conduct, int lines, boolean perishable) {}

    /**
     * One message of the marketplace.
     *
     * @param cancelledBy null: not told
     * @param lines how many of the lines are left; negative: not told
     */
    record Update(long at, String statusRaw, String cancelledBy, int lines) {}

    private static final int NOT_TOLD = -1;

    private final Purchase purchase;
    private final Market market;
    private final Conduct conduct;
    private final Dice dice;
    private final List<Update> updates = new ArrayList<>();
    private int lines;
    private long now;

    private OrderLife(Purchase purchase, Dice dice) {
        this.purchase = purchase;
        this.market = purchase.market;
        this.conduct = purchase.conduct;
        this.dice = dice;
        this.lines = purchase.lines;
        this.now = purchase.placedAt;
    }

    static List<Update> of(Purchase purchase, Dice dice) {
        var life = new OrderLife(purchase, dice);
        if (life.paid() && life.confirmed() && life.handedOver() && life.delivered()) {
            life.settled();
        }
        return life.updates;
    }

    /** Only the first update tells the lines. */
    private boolean paid() {
        if (purchase.buyer.cashOnDelivery()) {
            return true;
        }
        say(UNPAID);
        if (purchase.buyer.paysAfter() < 0) {
            now = purchase.placedAt + DAY;
            return cancelled("SYSTEM");
        }
        now += purchase.buyer.paysAfter();
        return true;
    }

    private boolean confirmed() {
        if (dice.chance(market.heldShare())) {
            say(HELD);
            now += HOUR;
        }
        say(WAITING);
        if (dice.chance(0.06)) {
            now += hours(0.2, 6);
            if (dice.chance(0.5)) {
                say(CANCEL_ASKED);
                now += hours(0.2, 5);
            }
            return cancelled("BUYER");
        }
        if (dice.chance(0.01)) {
            askedInVain();
        }
        if (lines > 1 && market.sendsPerLine() && dice.chance(0.08)) {
            lastLineCancelled();
        }
        long confirmBy = market.confirmBy(purchase.placedAt);
        if (conduct.answers() && dice.chance(conduct.cancelShare())) {
            now = Math.min(confirmBy, WorkingTime.seller(now + hours(1, 20)));
            return cancelled("SELLER");
        }
        long confirmedAt = WorkingTime.seller(now + (long) (dice.logNormal(conduct.confirmHours(), 0.9) * HOUR));
        if (!conduct.answers() || confirmedAt > confirmBy) {
            now = Math.max(now + HOUR, confirmBy);
            return cancelled("PLATFORM");
        }
        now = confirmedAt;
        say(PACKED);
        return true;
    }

    /** The buyer asks to cancel, the seller refuses, the order goes on. */
    private void askedInVain() {
        now += hours(0.2, 2);
        say(CANCEL_ASKED);
        now += hours(0.5, 3);
        say(WAITING);
    }

    private void lastLineCancelled() {
        now += hours(0.2, 2);
        lines--;
        String cancelled = market.words(CANCELLED, dice).get(0);
        updates.add(new Update(now, cancelled, "BUYER", lines));
        now += 2 * SECOND;
        say(WAITING);
    }

    private boolean handedOver() {
        if (dice.chance(0.008)) {
            now += 3 * DAY;
            return cancelled("PLATFORM");
        }
        if (dice.chance(0.03)) {
            now = WorkingTime.carrier(now + hours(8, 24));
            say(PICKUP_MISSED);
            now = WorkingTime.seller(now + hours(1, 6));
            say(PACKED);
        }
        now = WorkingTime.carrier(now + (long) (dice.logNormal(9, 0.7) * HOUR));
        say(SHIPPED);
        return true;
    }

    private boolean delivered() {
        now = WorkingTime.carrier(now + days(dice.logNormal(purchase.buyer.transitDays(), 0.3)));
        if (dice.chance(0.007)) {
            say(LOST, market.namesLoss() ? null : "PLATFORM");
            return false;
        }
        // COD parcels are refused far more often than paid ones.
        double refused = purchase.buyer.cashOnDelivery() ? 0.15 : 0.03;
        if (dice.chance(Math.min(0.6, refused * conduct.failureFactor()))) {
            say(FAILED);
            now = WorkingTime.carrier(now + hours(18, 40));
            if (!dice.chance(0.15)) {
                say(GOING_BACK);
                now = WorkingTime.carrier(now + days(purchase.buyer.transitDays() * dice.between(0.9, 2)));
                say(BACK);
                return false;
            }
        }
        say(DELIVERED);
        return true;
    }

    private void settled() {
        double share = (purchase.perishable ? 0.05 : 0.03) * conduct.failureFactor();
        boolean sentBack = dice.chance(Math.min(0.5, share));
        // Two in five returns are asked for after completion: statuses do step back (brief 13.6).
        if (sentBack && dice.chance(0.6)) {
            now += hours(3, 30);
            sentBack();
            return;
        }
        now += days(market.completesAfterDays() * dice.between(0.4, 1));
        say(COMPLETED);
        if (sentBack) {
            now += hours(6, 96);
            sentBack();
        }
    }

    private void sentBack() {
        say(RETURN_ASKED);
        now = WorkingTime.carrier(now + days(dice.between(2, 8)));
        say(RETURN_DONE);
    }

    private boolean cancelled(String by) {
        say(CANCELLED, by);
        return false;
    }

    private void say(Step step) {
        say(step, null);
    }

    private void say(Step step, String cancelledBy) {
        for (String word : market.words(step, dice)) {
            int messages = market.sendsPerLine() ? lines : 1;
            for (int i = 0; i < messages; i++) {
                updates.add(new Update(now, word, cancelledBy, updates.isEmpty() ? lines : NOT_TOLD));
                now += SECOND + dice.below(2000);
            }
            // Two words for one step are minutes apart.
            now += hours(0.02, 0.1);
        }
    }

    private long hours(double low, double high) {
        return (long) (dice.between(low, high) * HOUR);
    }

    private static long days(double days) {
        return (long) (days * DAY);
    }
}
