package vn.nhipcho.topology;

import vn.nhipcho.config.SellersJobConfig;
import vn.nhipcho.deadletter.CollectRejected;
import vn.nhipcho.ingest.CountOutcomes;
import vn.nhipcho.ingest.CountRead;
import vn.nhipcho.ingest.KeepIngestLedger;
import vn.nhipcho.ledger.BusinessZone;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.Jobs;
import vn.nhipcho.model.ListingChange;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.seller.SellerEvent;
import vn.nhipcho.source.Decode;
import vn.nhipcho.source.Decoders;
import vn.nhipcho.watch.WatchFeeds;
import vn.nhipcho.watch.WatchSellers;

/** The sellers job: stages and alerts. Reads like the drawing in the design, section 3. */
public final class SellersTopology {
    private SellersTopology() {}

    public static void define(Inputs in, SellersOutputs out, SellersJobConfig config) {
        var shared = config.shared();

        var ordersRead = CountRead.attach(in.orders(), OperatorId.COUNT_ORDERS);
        var accountsRead = CountRead.attach(in.accounts(), OperatorId.COUNT_ACCOUNTS);
        var listingsRead = CountRead.attach(in.listings(), OperatorId.COUNT_LISTINGS);

        var orders = Decode.attach(
                ordersRead.records(),
                OperatorId.DECODE_ORDERS,
                Decoders.orders(shared.registry(), shared.currency()),
                OrderPush.class);
        var accounts = Decode.attach(
                accountsRead.records(),
                OperatorId.DECODE_ACCOUNTS,
                Decoders.accounts(shared.registry(), shared.zone()),
                AccountChange.class);
        var listings = Decode.attach(
                listingsRead.records(),
                OperatorId.DECODE_LISTINGS,
                Decoders.listings(shared.registry()),
                ListingChange.class);

        var bySeller = SellerEvent.union(orders.accepted(), accounts.accepted(), listings.accepted());
        var sellers = WatchSellers.attach(
                bySeller, OperatorId.SELLERS, new BusinessZone(shared.zone()), config.alertRules(), out.start());
        var feeds =
                WatchFeeds.attach(orders.accepted(), OperatorId.FEEDS, shared.zone(), config.alertRules(), out.start());

        // Counted and not written: a topic's dead letters are the sales job's to write (design, section 6).
        var rejected = CollectRejected.attach(
                OperatorId.DEAD_LETTERS, orders.rejected(), accounts.rejected(), listings.rejected());
        var ingest = KeepIngestLedger.attach(
                ordersRead
                        .counts()
                        .union(
                                accountsRead.counts(),
                                listingsRead.counts(),
                                CountOutcomes.attach(sellers.verdicts(), OperatorId.COUNT_SELLER_OUTCOMES),
                                CountOutcomes.ofDead(rejected, OperatorId.COUNT_DEAD)),
                OperatorId.INGEST_LEDGER,
                Jobs.SELLERS,
                out.ingestLedger().start().or(out.freshness().start()));

        out.sellers().write(sellers.sellers());
        out.sellerStages().write(sellers.stages());
        out.sellerDays().write(sellers.days());
        out.listings().write(sellers.listings());
        out.sellerShops().write(sellers.shops());
        out.alerts().write(sellers.alerts().union(feeds));
        out.send(sellers.transitions().union(feeds));
        out.ingestLedger().write(ingest.ledger());
        out.freshness().write(ingest.freshness());
    }
}
