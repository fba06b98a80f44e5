package vn.nhipcho.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import vn.nhipcho.reference.AdminUnits;
import vn.nhipcho.reference.Commodities;

/**
 * A season of Hậu Giang on five marketplaces, made from a seed: its events in the order of their time, from the season's
 * start and without an end, and the truth about its sellers. It neither sends nor sleeps; whoever wants the season live
 * waits for each event's time.
 */
public final class SeasonSimulation {
    private static final long POPULATION = 1;
    private static final long ORDERS = 2;
    private static final long REGISTER = 4;

    private final SimulationConfig config;
    private final Dice dice;
    private final List<Commune> communes;
    private final Population population;
    private final Trader.Season season;

    public SeasonSimulation(SimulationConfig config) {
        this.config = config;
        this.dice = new Dice(config.seed());
        this.communes = Commune.of(AdminUnits.load());
        this.population = new Population(config, communes, dice.fork(POPULATION));
        this.season = new Trader.Season(config, Goods.of(Commodities.load()));
    }

    public SimulationConfig config() {
        return config;
    }

    /** All events from the start on, later ones as they are asked for; each call begins anew with the same events. */
    public Iterator<TimedEvent> events() {
        var agenda = new Agenda();
        var street = new Street();
        new Register(population, season, new Orders(street, dice.fork(ORDERS)), street).open(agenda);
        return agenda;
    }

    /** The events up to the season's end. */
    public Iterator<TimedEvent> eventsUntilEnd() {
        return new UntilTime(events(), config.end());
    }

    public Labels labels() {
        var sellers = population.traders().stream()
                .mapToObj(number -> Trader.plan(population.account(number), season))
                .filter(trader -> trader.startsAt() < season.end())
                .sorted(Comparator.comparingLong(Trader::startsAt))
                .map(trader -> SellerLabel.of(trader, config.end()))
                .toList();
        return new Labels(config.seed(), config.start(), config.end(), sellers);
    }

    /** The season's invented cooperatives and cooperative groups. */
    public List<Organisation> organisations() {
        return List.copyOf(population.organisations());
    }

    /** The season's OCOP products, those that are on no marketplace included. */
    public List<OcopEntry> ocopProducts() {
        return new OcopRegister(population, communes, season, dice.fork(REGISTER)).entries();
    }

    /** Ends before the first event after a moment. */
    private static final class UntilTime implements Iterator<TimedEvent> {
        private final Iterator<TimedEvent> events;
        private final Instant last;
        private TimedEvent next;

        UntilTime(Iterator<TimedEvent> events, Instant last) {
            this.events = events;
            this.last = last;
        }

        @Override
        public boolean hasNext() {
            if (next == null && events.hasNext()) {
                next = events.next();
            }
            return next != null && !next.occurredAt().isAfter(last);
        }

        @Override
        public TimedEvent next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException("the season ends at " + last);
            }
            TimedEvent event = next;
            next = null;
            return event;
        }
    }
}
