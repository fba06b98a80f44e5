package vn.nhipcho.simulation;

import static vn.nhipcho.simulation.VietnamTime.DAY;
import static vn.nhipcho.simulation.VietnamTime.HOUR;

import java.util.ArrayList;
import java.util.List;
import vn.nhipcho.event.AccountEventKind;
import vn.nhipcho.simulation.SellerLabel.Reason;

/** A trading seller's stall from its first listing to its end, one day after another. */
final class Stall implements Agenda.Happening {
    private final Trader trader;
    private final Account account;
    private final Orders orders;
    private final Street street;
    private final Shelf shelf;
    private final long seasonStart;
    private final Dice dice;
    private final long suspendedFrom;
    private final long suspendedUntil;
    private boolean suspended;
    private boolean closed;

    Stall(Trader trader, Orders orders, Street street, long seasonStart) {
        this.trader = trader;
        this.account = trader.account();
        this.orders = orders;
        this.street = street;
        this.shelf = new Shelf(trader);
        this.seasonStart = seasonStart;
        this.dice = account.dice().fork(8);
        // Guess: one seller in fifty is suspended for some weeks.
        boolean once = dice.chance(0.02);
        this.suspendedFrom = once ? VietnamTime.day(trader.startsAt()) + 20 + dice.below(200) : Long.MAX_VALUE;
        this.suspendedUntil = once ? suspendedFrom + 7 + dice.below(24) : Long.MAX_VALUE;
    }

    Trader trader() {
        return trader;
    }

    /** What a buyer can have at a moment. */
    List<Product> offeredAt(long at) {
        if (suspended || trader.demandFactorAt(at) == 0) {
            return List.of();
        }
        List<Product> offered = new ArrayList<>(trader.products().size());
        for (Product product : trader.products()) {
            if (product.sellable()) {
                offered.add(product);
            }
        }
        return offered;
    }

    void publish(Agenda agenda) {
        shelf.publish(agenda);
    }

    /** The first order; every day from the next midnight on is a trading day. */
    void open(Agenda agenda) {
        if (offeredAt(agenda.now()).isEmpty()) {
            shelf.publish(agenda);
        }
        street.opened(this);
        orders.place(agenda, this);
        agenda.at(VietnamTime.startOf(VietnamTime.day(agenda.now()) + 1), this);
        agenda.at(trader.stopsAt(), this::stop);
    }

    @Override
    public void happen(Agenda agenda) {
        if (closed) {
            return;
        }
        long midnight = agenda.now();
        long day = VietnamTime.day(midnight);
        agenda.at(midnight + (long) (dice.between(6, 9) * HOUR), morning -> tend(morning, day));
        int count = dice.poisson(rate(midnight, day));
        for (int i = 0; i < count; i++) {
            agenda.at(midnight + Demand.clock(dice), then -> orders.place(then, this));
        }
        agenda.at(VietnamTime.startOf(day + 1), this);
    }

    private double rate(long midnight, long day) {
        double demand = 0;
        for (Product product : trader.products()) {
            if (product.sellable()) {
                demand += Demand.onDay(day, product.goods().gift())
                        * product.goods().briskness();
            }
        }
        return demand
                / trader.products().size()
                * trader.ordersPerDay()
                * trader.demandFactorAt(midnight)
                * Demand.growth(day - seasonStart);
    }

    private void tend(Agenda agenda, long day) {
        if (trader.hasStopped(agenda.now())) {
            return;
        }
        keepSuspension(agenda, day);
        boolean weekly = Math.floorMod(day, 7L) == account.number() % 7;
        shelf.tend(agenda, day, weekly);
        // Guess: most trading sellers look in about once a week.
        if (weekly && dice.chance(0.8)) {
            Events.account(agenda, account, AccountEventKind.LOGGED_IN, dice.pick(trader.shops()));
        } else if (dice.chance(0.015)) {
            Events.account(agenda, account, AccountEventKind.ACTIVITY, dice.pick(trader.shops()));
        }
    }

    private void keepSuspension(Agenda agenda, long day) {
        if (day == suspendedFrom || day == suspendedUntil) {
            suspended = day == suspendedFrom;
            tellShops(agenda, suspended ? AccountEventKind.SUSPENDED : AccountEventKind.REINSTATED);
        }
    }

    private void stop(Agenda agenda) {
        if (trader.reason() == Reason.SUSPENDED) {
            tellShops(agenda, AccountEventKind.SUSPENDED);
        }
        agenda.at(trader.emptyAt(), this::abandon);
        // Guess: one in eight closes the account.
        if (dice.chance(0.12)) {
            agenda.at(
                    trader.emptyAt() + (long) (dice.between(2, 50) * DAY),
                    then -> Events.account(then, account, AccountEventKind.CLOSED));
        }
    }

    private void abandon(Agenda agenda) {
        closed = true;
        street.closed(this);
        shelf.abandon(agenda);
    }

    private void tellShops(Agenda agenda, AccountEventKind kind) {
        for (var shop : trader.shops()) {
            Events.account(agenda, account, kind, shop);
        }
    }
}
