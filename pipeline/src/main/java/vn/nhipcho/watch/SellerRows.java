package vn.nhipcho.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vn.nhipcho.alert.Alert;
import vn.nhipcho.lifecycle.AccountStory;
import vn.nhipcho.lifecycle.ListingState;
import vn.nhipcho.lifecycle.OrderTrace;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Stage;
import vn.nhipcho.lifecycle.Stages;
import vn.nhipcho.model.AlertRow;
import vn.nhipcho.model.Attribution;
import vn.nhipcho.model.ListingRow;
import vn.nhipcho.model.Place;
import vn.nhipcho.model.SellerDayRow;
import vn.nhipcho.model.SellerRow;
import vn.nhipcho.model.SellerShopRow;
import vn.nhipcho.model.SellerStageRow;

/** The rows that follow from a seller's case as of a clock; functions of both alone. Versions are given by the caller. */
final class SellerRows {
    private SellerRows() {}

    static SellerRow seller(SellerCase seller, Stages stages, long clock) {
        List<Stages.Change> visible = visible(stages, clock);
        Stages.Change now = visible.isEmpty() ? null : visible.get(visible.size() - 1);
        var reached = stages.reached();
        int delivered = 0;
        int cancelled = 0;
        int returned = 0;
        for (OrderTrace order : seller.orders()) {
            delivered += order.successAt() != null ? 1 : 0;
            cancelled += order.isCancelled() ? 1 : 0;
            returned += order.isReturned() ? 1 : 0;
        }
        var household = seller.accounts().householdKey();
        boolean active = stages.activeSelling().stream().anyMatch(span -> span.contains(clock));
        return new SellerRow(
                seller.sellerId(),
                seller.attributionAt(Long.MAX_VALUE),
                household == null ? "" : household.value(),
                String.join(",", platforms(seller)),
                now == null ? Place.UNKNOWN : now.stage().name(),
                now == null ? null : Long.valueOf(now.at()),
                reached.get(Stage.REGISTERED),
                reached.get(Stage.ACTIVATED),
                seller.accounts().firstOf(AccountStory.PROFILE_READY),
                seller.accounts().firstOf(AccountStory.TRAINED),
                reached.get(Stage.LISTED),
                reached.get(Stage.FIRST_ORDER),
                reached.get(Stage.FIRST_DELIVERED),
                visibleOrNull(reached.get(Stage.SELLING), clock),
                seller.lastOrderAt(),
                lastSeenAt(seller),
                seller.orders().size(),
                delivered,
                cancelled,
                returned,
                (int) seller.listings().stream()
                        .filter(listing -> listing.withdrawnAt() == null)
                        .count(),
                active,
                seller.firstOwnAct() == null,
                0);
    }

    static List<SellerStageRow> stages(SellerCase seller, Stages stages, long clock) {
        var rows = new ArrayList<SellerStageRow>();
        String before = "";
        for (Stages.Change change : visible(stages, clock)) {
            String stage = change.stage().name();
            rows.add(new SellerStageRow(
                    seller.sellerId(), stage, change.at(), before, seller.attributionAt(change.at()), 0, false));
            before = stage;
        }
        return rows;
    }

    /** @param attribution of the seller when the alert opened */
    static AlertRow alert(Alert alert, Attribution attribution, long clock, boolean enteredLate) {
        var state = alert.stateAt(clock);
        var severity = alert.severityAt(clock);
        boolean resolved = state == Alert.State.RESOLVED;
        long changedAt = resolved
                ? alert.resolvedAt()
                : severity == alert.severity() || alert.escalatesAt() == null ? alert.openedAt() : alert.escalatesAt();
        var about = new AlertRow.About(
                alert.id(),
                alert.rule(),
                alert.subject(),
                alert.sellerId(),
                alert.openedAt(),
                alert.texts().reasonVi(),
                alert.texts().reasonEn(),
                alert.texts().evidence(),
                alert.concern().platform(),
                alert.concern().shopId(),
                alert.concern().orderIds(),
                alert.concern().deadline(),
                alert.concern().value(),
                alert.concern().cause(),
                alert.texts().nextStep(),
                attribution);
        return new AlertRow(
                about, state.name(), severity.name(), changedAt, resolved ? alert.resolvedAt() : null, enteredLate, 0);
    }

    static SellerDayRow day(SellerCase seller, DayKey day, long[] counts, long lastMillisOfDay, long version) {
        boolean deleted = true;
        for (long count : counts) {
            deleted &= count == 0;
        }
        return new SellerDayRow(
                seller.sellerId(),
                day.day(),
                day.commodity(),
                counts,
                seller.attributionAt(lastMillisOfDay),
                version,
                deleted);
    }

    static ListingRow listing(SellerCase seller, ListingState listing, long version) {
        String commodity = listing.newest(ListingState.Entry::commodity);
        return new ListingRow(
                listing.platform(),
                listing.listingId(),
                seller.sellerId(),
                listing.newest(ListingState.Entry::productId),
                commodity == null || commodity.isEmpty() ? Place.NONE : commodity,
                listing.publishedAt(),
                listing.changedAt(),
                listing.withdrawnAt(),
                listing.newest(ListingState.Entry::price),
                listing.newest(ListingState.Entry::unit),
                listing.newest(ListingState.Entry::stock),
                listing.newest(ListingState.Entry::ocopStars),
                listing.newest(ListingState.Entry::ocopCertificate),
                listing.newest(ListingState.Entry::ocopValidFrom),
                listing.newest(ListingState.Entry::ocopValidTo),
                seller.attributionAt(Long.MAX_VALUE),
                version);
    }

    /** The shops that accounts and listings tell of. */
    static List<SellerShopRow> shops(SellerCase seller, long version) {
        var household = seller.accounts().householdKey();
        var platforms = new TreeSet<>(seller.accounts().platforms());
        seller.listings().forEach(listing -> platforms.add(listing.platform()));
        return platforms.stream()
                .map(platform -> new SellerShopRow(
                        seller.sellerId(),
                        platform,
                        seller.accounts().shopOn(platform),
                        seller.attributionAt(Long.MAX_VALUE),
                        household == null ? "" : household.value(),
                        version))
                .toList();
    }

    private static TreeSet<String> platforms(SellerCase seller) {
        var platforms = new TreeSet<>(seller.platforms());
        platforms.addAll(seller.accounts().platforms());
        return platforms;
    }

    /**
     * Transitions by an event are visible at once; those that only time brings, when the seller's clock has reached them.
     */
    private static List<Stages.Change> visible(Stages stages, long clock) {
        var visible = new ArrayList<Stages.Change>();
        Stage before = null;
        for (Stages.Change change : stages.changes()) {
            boolean isVisible = change.at() <= clock || !isByTime(change.stage());
            if (isVisible && change.stage() != before) {
                visible.add(change);
                before = change.stage();
            }
        }
        return visible;
    }

    private static boolean isByTime(Stage stage) {
        return stage == Stage.DORMANT || stage == Stage.SELLING;
    }

    private static Long visibleOrNull(Long at, long clock) {
        return at != null && at <= clock ? at : null;
    }

    private static Long lastSeenAt(SellerCase seller) {
        Long last = seller.accounts().lastVisitAt();
        for (ListingState listing : seller.listings()) {
            last = later(last, listing.changedAt());
        }
        return later(last, seller.lastOrderAt());
    }

    private static Long later(Long a, Long b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Math.max(a, b);
    }
}
