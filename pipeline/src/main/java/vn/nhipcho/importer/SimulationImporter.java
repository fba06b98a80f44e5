package vn.nhipcho.importer;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import vn.nhipcho.simulation.SeasonSimulation;
import vn.nhipcho.simulation.SimulationConfig;
import vn.nhipcho.simulation.TimedEvent;

/**
 * The source {@code simulation}: the season up to its anchor as fast as it is taken, and then on in real time, each event
 * at its moment, until the thread is interrupted. Asked for once, it ends at the anchor.
 */
public final class SimulationImporter implements Importer {
    /** Measured at the programme's real size. */
    private static final double EVENTS_AN_ACCOUNT = 2.6;

    private static final double EVENTS_AN_ORDER = 5.5;
    private static final double OTHER_EVENTS_A_SELLERS_MONTH = 4;

    private final SeasonSimulation simulation;
    private final boolean once;
    private final Clock clock;

    public SimulationImporter(SimulationConfig config, boolean once, Clock clock) {
        this.simulation = new SeasonSimulation(config);
        this.once = once;
        this.clock = clock;
    }

    /** The season of the programme's real size that ends when the source was first started. */
    public static Importer open(ImportContext context) {
        var config = SimulationConfig.upTo(context.firstStartedAt()).withSeed(context.seed());
        return new SimulationImporter(config, context.once(), Clock.systemUTC());
    }

    @Override
    public void run(ImportSink sink) throws InterruptedException {
        var events = once ? simulation.eventsUntilEnd() : simulation.events();
        while (events.hasNext()) {
            TimedEvent event = events.next();
            waitFor(event);
            sink.accept(new ImportedEvent(event.topic(), event.key(), event.occurredAt(), event.event()));
        }
    }

    @Override
    public String identity() {
        return "simulation " + simulation.config();
    }

    @Override
    public boolean endsEarly() {
        return once;
    }

    @Override
    public OptionalLong estimatedEvents() {
        var config = simulation.config();
        return OptionalLong.of(Math.round(config.accounts() * EVENTS_AN_ACCOUNT
                + config.expectedOrders() * EVENTS_AN_ORDER
                + OTHER_EVENTS_A_SELLERS_MONTH * config.tradingSellers() * config.months()));
    }

    @Override
    public boolean timeOrdered() {
        return true;
    }

    /** No event is sent before it has happened. */
    private void waitFor(TimedEvent event) throws InterruptedException {
        Duration early = Duration.between(clock.instant(), event.occurredAt());
        if (!early.isNegative() && !early.isZero()) {
            Thread.sleep(early.toMillis() + 1);
        }
    }
}
