package vn.nhipcho.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.AccountEventKind;
import vn.nhipcho.event.ListingEvent;
import vn.nhipcho.event.ListingEventKind;
import vn.nhipcho.event.OrderEvent;
import vn.nhipcho.event.OrderLine;
import vn.nhipcho.event.OrderOrigin;
import vn.nhipcho.event.SellerType;
import vn.nhipcho.marketplace.StatusMap;
import vn.nhipcho.model.OrderStatus;

/** What a season adds up to, counted from its events alone. */
final class SeasonSummary {
    private final StatusMap statuses = StatusMap.load();
    private final Instant halfYear;
    private final Instant firstYear;

    final Map<AccountEventKind, Integer> accountEvents = new EnumMap<>(AccountEventKind.class);
    final Map<SellerType, Integer> registered = new EnumMap<>(SellerType.class);
    final Map<ListingEventKind, Integer> listingEvents = new EnumMap<>(ListingEventKind.class);
    final Map<OrderStatus, Integer> statusesReached = new EnumMap<>(OrderStatus.class);
    final Set<String> households = new HashSet<>();
    final Set<String> sellersInCooperatives = new HashSet<>();
    final Set<String> certificates = new HashSet<>();
    final Set<String> orders = new HashSet<>();
    final Set<String> internalOrders = new HashSet<>();
    final Set<String> programmeOrders = new HashSet<>();
    final Set<String> cashOnDelivery = new HashSet<>();
    final Set<String> sharedBaskets = new HashSet<>();
    final Set<String> successful = new HashSet<>();
    final Set<String> successfulInFirstYear = new HashSet<>();
    final Set<String> tradedInFirstHalfYear = new HashSet<>();
    final Set<String> handedOver = new HashSet<>();
    final Set<String> cameBack = new HashSet<>();
    final Map<String, Long> valueOfPart = new HashMap<>();
    final Map<String, String> sellerOfOrder = new HashMap<>();
    final Set<String> successfulParts = new HashSet<>();
    int events;

    private SeasonSummary(Instant start) {
        halfYear = start.plus(Duration.ofDays(182));
        firstYear = start.plus(Duration.ofDays(365));
    }

    static SeasonSummary of(Iterator<TimedEvent> events, Instant start) {
        var summary = new SeasonSummary(start);
        events.forEachRemaining(summary::count);
        return summary;
    }

    private void count(TimedEvent timed) {
        events++;
        if (timed.event() instanceof OrderEvent order) {
            count(order);
        } else if (timed.event() instanceof ListingEvent listing) {
            listingEvents.merge(listing.getKind(), 1, Integer::sum);
            if (listing.getKind() == ListingEventKind.PUBLISHED && listing.getOcopCertificate() != null) {
                certificates.add(listing.getOcopCertificate());
            }
        } else if (timed.event() instanceof AccountEvent account) {
            count(account);
        }
    }

    private void count(AccountEvent account) {
        accountEvents.merge(account.getKind(), 1, Integer::sum);
        if (account.getKind() == AccountEventKind.REGISTERED && account.getPlatform() == null) {
            registered.merge(account.getSellerType(), 1, Integer::sum);
            households.add(account.getHouseholdKey());
            if (!account.getCooperativeId().isEmpty()) {
                sellersInCooperatives.add(account.getSellerId());
            }
        }
    }

    private void count(OrderEvent order) {
        String id = order.getPlatform() + ":" + order.getOrderId();
        String part = id + "@" + order.getSellerId();
        var status = statuses.canonical(order.getPlatform(), order.getStatusRaw());
        statusesReached.merge(status, 1, Integer::sum);
        if (order.getOrigin() == OrderOrigin.INTERNAL) {
            internalOrders.add(id);
        }
        if (internalOrders.contains(id)) {
            return;
        }
        if (order.getOrigin() == OrderOrigin.PROGRAMME) {
            programmeOrders.add(id);
        }
        orders.add(id);
        if (order.getPaymentMethod() != null && order.getPaymentMethod().equals("COD")) {
            cashOnDelivery.add(id);
        }
        String otherSeller = sellerOfOrder.putIfAbsent(id, order.getSellerId());
        if (otherSeller != null && !otherSeller.equals(order.getSellerId())) {
            sharedBaskets.add(id);
        }
        if (order.getLines() != null) {
            valueOfPart.put(
                    part,
                    order.getLines().stream().mapToLong(SeasonSummary::gross).sum());
        }
        switch (status) {
            case IN_TRANSIT -> handedOver.add(part);
            case RETURNED -> cameBack.add(part);
            case DELIVERED, COMPLETED -> countSuccess(order, id, part);
            default -> {}
        }
    }

    private void countSuccess(OrderEvent order, String id, String part) {
        successfulParts.add(part);
        if (successful.add(id) && order.getOccurredAt().isBefore(firstYear)) {
            successfulInFirstYear.add(id);
        }
        if (order.getOccurredAt().isBefore(halfYear)) {
            tradedInFirstHalfYear.add(order.getSellerId());
        }
    }

    double meanSuccessfulValue() {
        return successfulParts.stream().mapToLong(valueOfPart::get).sum() / (double) successful.size();
    }

    private static long gross(OrderLine line) {
        long gross = line.getQuantity().multiply(line.getUnitPrice()).longValueExact();
        return line.getDiscount() == null ? gross : gross - line.getDiscount().longValueExact();
    }
}
