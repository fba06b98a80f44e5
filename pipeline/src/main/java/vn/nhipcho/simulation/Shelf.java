package vn.nhipcho.simulation;

import java.time.LocalDate;
import vn.nhipcho.event.ListingEventKind;

/** Keeps a seller's listings over the days: prices by month, stock by week, seasons, certificates. Sells nothing. */
final class Shelf {
    private final Trader trader;
    private final Dice dice;

    Shelf(Trader trader) {
        this.trader = trader;
        this.dice = trader.account().dice().fork(12);
    }

    /** Shows what is in season. */
    void publish(Agenda agenda) {
        long day = VietnamTime.day(agenda.now());
        for (Product product : trader.products()) {
            if (product.inSeason(VietnamTime.month(day))) {
                publish(agenda, product, day);
            }
        }
    }

    /** @param stockDay the seller's weekly day for counting stock */
    void tend(Agenda agenda, long day, boolean stockDay) {
        LocalDate date = VietnamTime.date(day);
        boolean reviewsPrices = date.getDayOfMonth() == 1 + trader.account().number() % 5;
        for (Product product : trader.products()) {
            boolean inSeason = product.inSeason(date.getMonth());
            boolean changed = date.getDayOfMonth() == 1 && followSeason(agenda, product, day, inSeason);
            changed |= reviewsPrices && product.reprice(day, trader.priceFactorAt(agenda.now()));
            changed |= stockDay && inSeason && countStock(product);
            changed |= renewCertificate(product, date);
            if (changed && product.visible()) {
                tell(agenda, product, ListingEventKind.CHANGED);
            }
        }
    }

    /** Guess: of those who give up, four in ten take their listings down, three sell out, three leave all as it was. */
    void abandon(Agenda agenda) {
        double draw = dice.uniform();
        for (Product product : trader.products()) {
            if (product.visible() && draw < 0.7) {
                leave(agenda, product, draw < 0.4);
            }
        }
    }

    /** Six in ten take out-of-season goods down, the others leave them sold out (guess). */
    private boolean followSeason(Agenda agenda, Product product, long day, boolean inSeason) {
        if (inSeason && !product.sellable()) {
            publish(agenda, product, day);
        } else if (!inSeason && product.visible()) {
            boolean takenDown = dice.chance(0.6);
            if (!takenDown) {
                product.sellOut();
                return true;
            }
            leave(agenda, product, true);
        }
        return false;
    }

    private void leave(Agenda agenda, Product product, boolean takenDown) {
        if (takenDown) {
            product.hide();
            tell(agenda, product, ListingEventKind.WITHDRAWN);
        } else {
            product.sellOut();
            tell(agenda, product, ListingEventKind.CHANGED);
        }
    }

    private boolean countStock(Product product) {
        if (product.scarce() && dice.chance(0.8)) {
            product.restock();
            return true;
        }
        return dice.chance(0.2);
    }

    /** Guess: six in ten certificates are renewed when they run out. */
    private boolean renewCertificate(Product product, LocalDate date) {
        var certificate = product.certificate();
        if (certificate == null || !date.equals(certificate.validTo().plusDays(1)) || !dice.chance(0.6)) {
            return false;
        }
        product.renew(Ocop.renewed(certificate, dice));
        return true;
    }

    private void publish(Agenda agenda, Product product, long day) {
        product.show();
        product.reprice(day, trader.priceFactorAt(agenda.now()));
        tell(agenda, product, ListingEventKind.PUBLISHED);
    }

    private void tell(Agenda agenda, Product product, ListingEventKind kind) {
        for (var listing : product.listings()) {
            Events.listing(agenda, trader.account(), product, listing, kind);
        }
    }
}
