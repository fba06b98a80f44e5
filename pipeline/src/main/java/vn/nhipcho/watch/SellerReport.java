package vn.nhipcho.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import vn.nhipcho.alert.Alert;
import vn.nhipcho.ledger.BusinessZone;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Stages;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.model.SellerRow;
import vn.nhipcho.model.SellerStageRow;

/** Tells what of a judged seller is other than it was told before; all rows of one judgement share a version. */
final class SellerReport {
    private final SellerState state;
    private final Output<StreamRecord<SellerRow>> output;
    private final BusinessZone zone;
    private final HeldClocks clocks;
    private final long sendWithin;

    /** @param sendWithin milliseconds; an alert that opened longer before its clock is history, not news */
    SellerReport(
            SellerState state,
            Output<StreamRecord<SellerRow>> output,
            BusinessZone zone,
            HeldClocks clocks,
            long sendWithin) {
        this.state = state;
        this.output = output;
        this.zone = zone;
        this.clocks = clocks;
        this.sendWithin = sendWithin;
    }

    void tell(SellerCase seller, Stages stages, List<Alert> alerts, Touched changed, long version) throws Exception {
        long clock = clocks.of(seller.platforms());
        tellSeller(SellerRows.seller(seller, stages, clock), version);
        tellStages(SellerRows.stages(seller, stages, clock), version);
        tellDays(seller, changed, version);
        tellListings(seller, changed, version);
        if (changed.shops || changed.places) {
            SellerRows.shops(seller, version)
                    .forEach(shop -> output.collect(WatchSellers.SHOPS, new StreamRecord<>(shop)));
        }
        tellAlerts(seller, alerts, version);
    }

    private void tellSeller(SellerRow now, long version) throws Exception {
        if (!now.equals(state.row.value())) {
            state.row.update(now);
            output.collect(new StreamRecord<>(now.withVersion(version)));
        }
    }

    private void tellStages(List<SellerStageRow> now, long version) throws Exception {
        var gone = copy(state.stages);
        for (SellerStageRow row : now) {
            String key = row.enteredAt() + row.stage();
            if (!row.equals(gone.remove(key))) {
                state.stages.put(key, row);
                output.collect(WatchSellers.STAGES, new StreamRecord<>(row.stamped(version, false)));
            }
        }
        for (var row : gone.entrySet()) {
            state.stages.remove(row.getKey());
            output.collect(
                    WatchSellers.STAGES, new StreamRecord<>(row.getValue().stamped(version, true)));
        }
    }

    private void tellDays(SellerCase seller, Touched changed, long version) throws Exception {
        if (changed.places) {
            state.forEachDay(changed.days::add);
        }
        for (DayKey day : changed.days) {
            long end = zone.startOf(day.day() + 1) - 1;
            output.collect(
                    WatchSellers.DAYS,
                    new StreamRecord<>(SellerRows.day(seller, day, state.countsOf(day), end, version)));
        }
    }

    private void tellListings(SellerCase seller, Touched changed, long version) throws Exception {
        if (changed.places) {
            state.forEachListing(changed.listings::add);
        }
        for (String listing : changed.listings) {
            output.collect(
                    WatchSellers.LISTINGS,
                    new StreamRecord<>(SellerRows.listing(seller, state.listing(listing), version)));
        }
    }

    private void tellAlerts(SellerCase seller, List<Alert> alerts, long version) throws Exception {
        var contradicted = copy(state.alerts);
        for (Alert alert : alerts) {
            Set<String> platforms = platformsOf(alert, seller);
            long clock = clocks.of(platforms);
            if (alert.stateAt(clock) != null) {
                AlertRow before = contradicted.remove(alert.id());
                boolean late = before == null ? isLate(alert, platforms, clock) : before.enteredLate();
                tellAlert(
                        before, SellerRows.alert(alert, seller.attributionAt(alert.openedAt()), clock, late), version);
            }
        }
        for (AlertRow before : contradicted.values()) {
            if (!before.state().equals(Alert.State.WITHDRAWN.name())) {
                tellAlert(before, before.withdrawn(clocks.of(seller.platforms())), version);
            }
        }
    }

    /** By whose clock an alert goes: one about an order by its platform's, so that a slow feed elsewhere holds nothing up. */
    static Set<String> platformsOf(Alert alert, SellerCase seller) {
        return alert.isOfAnOrder() ? Set.of(alert.concern().platform()) : seller.platforms();
    }

    /** The clock had passed it before the events that show it came, or it is history that is being loaded. */
    private boolean isLate(Alert alert, Set<String> platforms, long clock) {
        return alert.openedAt() <= clocks.before(platforms) || clock - alert.openedAt() > sendWithin;
    }

    private void tellAlert(AlertRow before, AlertRow now, long version) throws Exception {
        if (now.equals(before)) {
            return;
        }
        state.alerts.put(now.about().alertId(), now);
        output.collect(WatchSellers.ALERTS, new StreamRecord<>(now.withVersion(version)));
        if (now.isTransitionFrom(before)) {
            output.collect(WatchSellers.TRANSITIONS, new StreamRecord<>(now));
        }
    }

    private static <V> Map<String, V> copy(MapState<String, V> rows) throws Exception {
        var copy = new HashMap<String, V>();
        for (var row : rows.entries()) {
            copy.put(row.getKey(), row.getValue());
        }
        return copy;
    }
}
