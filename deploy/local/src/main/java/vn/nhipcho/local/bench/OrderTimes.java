package vn.nhipcho.local.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderOrigin;
import vn.nhipcho.importer.EventPublisher;
import vn.nhipcho.importer.ImportedEvent;
import vn.nhipcho.importer.RejectedLine;

/** A publisher that notes when it is given each order that the totals will count. */
final class OrderTimes implements EventPublisher {
    private final EventPublisher publisher;
    private final Set<String> orders = new HashSet<>();
    private final List<Long> nanos = new ArrayList<>();
    private long firstNanos;
    private boolean started;

    OrderTimes(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** One a new order, in the order of their sending; read it when all has been sent. */
    List<Long> nanos() {
        return nanos;
    }

    /** When the first event came, of whatever kind; read it when all has been sent. */
    long firstNanos() {
        return firstNanos;
    }

    @Override
    public void publish(ImportedEvent event) {
        if (!started) {
            started = true;
            firstNanos = System.nanoTime();
        }
        if (event.event() instanceof OrderEvent order && isCounted(order) && orders.add(event.key())) {
            nanos.add(System.nanoTime());
        }
        publisher.publish(event);
    }

    /** The simulation's first push of an order, and no other, promises a day. */
    private static boolean isCounted(OrderEvent order) {
        return order.getPromisedAt() != null
                && order.getOrigin() != OrderOrigin.INTERNAL
                && order.getLines() != null
                && !order.getLines().isEmpty();
    }

    @Override
    public void publish(RejectedLine line) {
        publisher.publish(line);
    }

    @Override
    public void flush() {
        publisher.flush();
    }

    @Override
    public void close() {
        publisher.close();
    }
}
