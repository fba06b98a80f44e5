package vn.nhipcho.simulation;

import static vn.nhipcho.simulation.VietnamTime.DAY;

import vn.nhipcho.event.AccountEventKind;

/** The way of a seller from the register to the first listing, and to the first order where there is one. */
final class Onboarding {
    private final Trader trader;
    private final Stall stall;

    Onboarding(Trader trader, Stall stall) {
        this.trader = trader;
        this.stall = stall;
    }

    /** @param sells false: the listing never finds a buyer (brief 10, S4) */
    void begin(Agenda agenda, boolean sells) {
        Account account = trader.account();
        Dice dice = account.dice().fork(9);
        at(agenda, dice.between(0.08, 0.25), then -> Events.account(then, account, AccountEventKind.ACTIVATED));
        // Guess: two in three who list have been trained.
        if (dice.chance(0.65)) {
            at(agenda, dice.between(0.2, 0.4), then -> Events.account(then, account, AccountEventKind.TRAINED));
        }
        at(agenda, dice.between(0.4, 0.5), then -> Events.account(then, account, AccountEventKind.PROFILE_READY));
        at(agenda, dice.between(0.5, 0.6), this::openShops);
        long listedAt = trader.startsAt() - (long) (dice.between(0.1, 0.35) * Math.min(way(), 60 * DAY));
        agenda.at(listedAt, stall::publish);
        if (sells) {
            agenda.at(trader.startsAt(), stall::open);
        }
    }

    private void openShops(Agenda agenda) {
        for (var shop : trader.shops()) {
            Events.account(agenda, trader.account(), AccountEventKind.REGISTERED, shop);
        }
    }

    private void at(Agenda agenda, double share, Agenda.Happening happening) {
        long when = trader.account().registeredAt() + (long) (share * way());
        agenda.at(WorkingTime.seller(when), happening);
    }

    private long way() {
        return trader.startsAt() - trader.account().registeredAt();
    }
}
