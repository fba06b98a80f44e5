package vn.nhipcho.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import vn.nhipcho.event.AccountEvent;
import vn.nhipcho.event.AccountEventKind;
import vn.nhipcho.event.ListingEvent;
import vn.nhipcho.event.ListingEventKind;
import vn.nhipcho.model.Topics;
import vn.nhipcho.simulation.Commune.Reported;

/** Writes account and listing events onto the agenda; a field that an event does not change is null. */
final class Events {
    private Events() {}

    static void registered(Agenda agenda, Account account) {
        reported(agenda, account, AccountEventKind.REGISTERED, account.oldForm(), true);
    }

    /** @param whole tells type, household and cooperative too, not only the place */
    private static void reported(
            Agenda agenda, Account account, AccountEventKind kind, boolean oldForm, boolean whole) {
        LocalDate today = VietnamTime.date(VietnamTime.day(agenda.now()));
        Reported place = account.commune().reportedOn(today, oldForm);
        // One office in three leaves the date out where it is that of the day; half of them tell the old district.
        boolean dated = !place.validOn().equals(today) || account.number() % 3 != 0;
        emit(
                agenda,
                new AccountEvent(
                        eventId(agenda, account, kind, null),
                        account.sellerId(),
                        kind,
                        agenda.nowInstant(),
                        whole ? account.type() : null,
                        null,
                        null,
                        whole ? account.householdKey() : null,
                        place.code(),
                        dated ? place.validOn() : null,
                        account.number() % 2 == 0 ? account.commune().district() : null,
                        place.province(),
                        whole ? cooperative(account) : null));
    }

    /** The place told again in the codes of the day. */
    static void reportedAgain(Agenda agenda, Account account) {
        reported(agenda, account, AccountEventKind.PROFILE_CHANGED, false, false);
    }

    static void account(Agenda agenda, Account account, AccountEventKind kind) {
        account(agenda, account, kind, null);
    }

    /** @param shop null: in the programme's own register */
    static void account(Agenda agenda, Account account, AccountEventKind kind, Trader.Shop shop) {
        emit(
                agenda,
                new AccountEvent(
                        eventId(agenda, account, kind, shop),
                        account.sellerId(),
                        kind,
                        agenda.nowInstant(),
                        null,
                        shop == null ? null : shop.market().code(),
                        shop == null ? null : shop.shopId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    static void listing(
            Agenda agenda, Account account, Product product, Product.Listing listing, ListingEventKind kind) {
        boolean withdrawn = kind == ListingEventKind.WITHDRAWN;
        boolean published = kind == ListingEventKind.PUBLISHED;
        var ocop = withdrawn ? null : product.certificate();
        String platform = listing.shop().market().code();
        agenda.emit(
                Topics.LISTINGS,
                platform + ":" + listing.listingId(),
                new ListingEvent(
                        listing.listingId() + "-" + kind.ordinal() + "-" + Long.toString(agenda.now(), 36),
                        platform,
                        listing.listingId(),
                        account.sellerId(),
                        kind,
                        agenda.nowInstant(),
                        listing.productId(),
                        published ? product.goods().commodity().code() : null,
                        withdrawn ? null : dong(product.price()),
                        published ? product.pack().unit() : null,
                        withdrawn ? null : BigDecimal.valueOf(product.stock() * 1_000L, 3),
                        withdrawn ? null : ocop == null ? 0 : ocop.stars(),
                        ocop == null ? null : ocop.number(),
                        ocop == null ? null : ocop.validFrom(),
                        ocop == null ? null : ocop.validTo()));
    }

    /** Đồng have no minor unit in use; amounts on the wire have two decimals. */
    static BigDecimal dong(long dong) {
        return BigDecimal.valueOf(dong * 100, 2);
    }

    /** Empty, not null: the register knows that the seller is in none. */
    private static String cooperative(Account account) {
        return account.organisation() == null ? "" : account.organisation().id();
    }

    private static void emit(Agenda agenda, AccountEvent event) {
        agenda.emit(Topics.ACCOUNTS, event.getSellerId(), event);
    }

    private static String eventId(Agenda agenda, Account account, AccountEventKind kind, Trader.Shop shop) {
        String id = account.sellerId() + "-" + kind.ordinal() + "-" + Long.toString(agenda.now(), 36);
        return shop == null ? id : id + "-" + shop.market().code();
    }
}
