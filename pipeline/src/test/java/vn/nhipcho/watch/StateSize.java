package vn.nhipcho.watch;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhipcho.evaluation.DecodedSeason;
import vn.nhipcho.seller.SellerEvent;
import vn.nhipcho.simulation.SeasonSimulation;
import vn.nhipcho.simulation.SellerLabel;
import vn.nhipcho.simulation.SimulationConfig;

/** Prints how large a savepoint of the step that keeps sellers is after a season of the programme's real size. */
final class StateSize {
    private StateSize() {}

    public static void main(String[] arguments) throws Exception {
        var season = new SeasonSimulation(SimulationConfig.upTo(Instant.parse("2026-07-01T00:00:00Z")));
        Set<String> trading =
                season.labels().sellers().stream().map(SellerLabel::sellerId).collect(Collectors.toSet());
        measure(season, trading, true, "sellers that trade");
        measure(season, trading, false, "accounts that do not");
    }

    private static void measure(SeasonSimulation season, Set<String> trading, boolean wanted, String name)
            throws Exception {
        var sellers = new HashSet<String>();
        var orders = new HashSet<String>();
        int events = 0;
        try (SellerFlow flow = SellerFlow.start()) {
            var decoder = new DecodedSeason(SellerFlow.ZONE.id());
            for (var each = season.eventsUntilEnd(); each.hasNext(); ) {
                SellerEvent event = decoder.decode(each.next());
                if (trading.contains(event.sellerId()) == wanted) {
                    flow.accept(event);
                    sellers.add(event.sellerId());
                    if (event.push() != null) {
                        orders.add(event.push().platform() + event.push().orderId());
                    }
                    if (++events % 5_000 == 0) {
                        flow.barrier();
                    }
                }
            }
            flow.barrier();
            long bytes = flow.savepointBytes();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d of %,d events and %,d orders, %,d bytes: %,d a seller, %,d an order%n",
                    name,
                    sellers.size(),
                    events,
                    orders.size(),
                    bytes,
                    bytes / sellers.size(),
                    bytes / Math.max(1, orders.size()));
        }
    }
}
