package vn.nhipcho.local.bench;

import java.time.Instant;
import java.util.OptionalLong;
import vn.nhipcho.importer.ImportSink;
import vn.nhipcho.importer.ImportedEvent;
import vn.nhipcho.importer.Importer;
import vn.nhipcho.simulation.SeasonSimulation;
import vn.nhipcho.simulation.SimulationConfig;
import vn.nhipcho.simulation.TimedEvent;

/** The first so many events of a simulated season that is scaled to have about as many; the same for the same seed. */
final class Season implements Importer {
    /** Fixed, so that two machines are given the same; past, so that no event is of the future, the last ones included. */
    private static final Instant END = Instant.parse("2025-01-01T00:00:00Z");

    /** From here on the accounts are as many as the programme has, and only the orders grow. */
    private static final double EVENTS_AT_REAL_SIZE = 1_200_000;

    /** Fewer, and chance would say how many orders there are. */
    private static final int FEWEST_SELLERS = 30;

    private static final int FEWEST_ACCOUNTS_A_SELLER = 10;

    /** Most events are of orders, five or six of each. */
    private static final long EVENTS_AN_ORDER = 6;

    private final long skipped;
    private final long events;
    private final SeasonSimulation simulation;

    Season(long events, long seed) {
        this(0, events, new SeasonSimulation(config(events, seed)));
    }

    private Season(long skipped, long events, SeasonSimulation simulation) {
        this.skipped = skipped;
        this.events = events;
        this.simulation = simulation;
    }

    /** So many that follow them: the season has no end. */
    Season next(long more) {
        return new Season(skipped + events, more, simulation);
    }

    long size() {
        return events;
    }

    private static SimulationConfig config(long events, long seed) {
        double size = Math.min(1, events / EVENTS_AT_REAL_SIZE);
        int sellers = Math.max(FEWEST_SELLERS, (int) (SimulationConfig.TRADING_SELLERS * size));
        int accounts = Math.max(FEWEST_ACCOUNTS_A_SELLER * sellers, (int) (SimulationConfig.ACCOUNTS * size));
        return SimulationConfig.upTo(END)
                .withSeed(seed)
                .withSellers(accounts, sellers)
                .withOrders(events / EVENTS_AN_ORDER);
    }

    @Override
    public void run(ImportSink sink) throws InterruptedException {
        var season = simulation.events();
        for (long passed = 0; passed < skipped; passed++) {
            season.next();
        }
        for (long sent = 0; sent < events; sent++) {
            TimedEvent event = season.next();
            sink.accept(new ImportedEvent(event.topic(), event.key(), event.occurredAt(), event.event()));
        }
    }

    @Override
    public String identity() {
        return "bench " + events + " after " + skipped + " of " + simulation.config();
    }

    @Override
    public OptionalLong estimatedEvents() {
        return OptionalLong.of(events);
    }

    @Override
    public boolean timeOrdered() {
        return true;
    }
}
