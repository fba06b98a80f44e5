package vn.nhipcho.topology;

import vn.nhipcho.config.SellersJobConfig;
import vn.nhipcho.ingest.CountOutcomes;
import vn.nhipcho.ingest.KeepIngestLedger;
import vn.nhipcho.ledger.BusinessZone;
import vn.nhipcho.model.Jobs;
import vn.nhipcho.watch.WatchFeeds;
import vn.nhipcho.watch.WatchSellers;

/** The sellers job: stages and alerts. Reads like the drawing in the design, section 3. */
public final class SellersTopology {
    private SellersTopology() {}

    public static void define(Inputs in, SellersOutputs out, SellersJobConfig config) {
        var shared = config.shared();

        var events = Events.attach(in, shared);
        var sellers = WatchSellers.attach(
                events.bySeller(),
                OperatorId.SELLERS,
                new BusinessZone(shared.zone()),
                config.alertRules(),
                out.start());
        var feeds = WatchFeeds.attach(
                events.orders().accepted(), OperatorId.FEEDS, shared.zone(), config.alertRules(), out.start());

        var ingest = KeepIngestLedger.attach(
                events.counts()
                        .union(
                                CountOutcomes.attach(sellers.verdicts(), OperatorId.COUNT_SELLER_OUTCOMES),
                                // Counted and not written: they are the sales job's to write (design, section 6).
                                CountOutcomes.ofDead(events.rejected(), OperatorId.COUNT_DEAD)),
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
