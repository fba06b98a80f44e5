package vn.nhipcho.topology;

import vn.nhipcho.config.SalesJobConfig;
import vn.nhipcho.deadletter.CollectRejected;
import vn.nhipcho.ingest.CountOutcomes;
import vn.nhipcho.ingest.CountRead;
import vn.nhipcho.ingest.KeepIngestLedger;
import vn.nhipcho.ledger.BusinessZone;
import vn.nhipcho.ledger.KeepOrderLedger;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.Jobs;
import vn.nhipcho.model.ListingChange;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.seller.AddSellerContext;
import vn.nhipcho.seller.SellerEvent;
import vn.nhipcho.source.Decode;
import vn.nhipcho.source.Decoders;
import vn.nhipcho.totals.TotalCells;

/** The sales job: orders to facts and totals. Reads like the drawing in the design, section 3. */
public final class SalesTopology {
    private SalesTopology() {}

    public static void define(Inputs in, Outputs out, SalesJobConfig config) {
        var zone = new BusinessZone(config.zone());

        var ordersRead = CountRead.attach(in.orders(), OperatorId.COUNT_ORDERS);
        var accountsRead = CountRead.attach(in.accounts(), OperatorId.COUNT_ACCOUNTS);
        var listingsRead = CountRead.attach(in.listings(), OperatorId.COUNT_LISTINGS);

        var orders = Decode.attach(
                ordersRead.records(),
                OperatorId.DECODE_ORDERS,
                Decoders.orders(config.registry(), config.currency()),
                OrderPush.class);
        var accounts = Decode.attach(
                accountsRead.records(),
                OperatorId.DECODE_ACCOUNTS,
                Decoders.accounts(config.registry(), config.zone()),
                AccountChange.class);
        var listings = Decode.attach(
                listingsRead.records(),
                OperatorId.DECODE_LISTINGS,
                Decoders.listings(config.registry()),
                ListingChange.class);

        var bySeller = SellerEvent.union(orders.accepted(), accounts.accepted(), listings.accepted());
        var placed = AddSellerContext.attach(bySeller, OperatorId.SELLER_CONTEXT);
        var ledger = KeepOrderLedger.attach(
                placed.pushes(),
                OperatorId.ORDER_LEDGER,
                zone,
                out.orderLines().start().or(out.orderParts().start()));
        var sales = TotalCells.ofSales(
                ledger.changes(), OperatorId.SALES, zone, out.sales().start());
        var successes = TotalCells.ofSuccesses(
                ledger.changes(), OperatorId.SUCCESSES, zone, out.successes().start());

        var rejected = CollectRejected.attach(
                OperatorId.DEAD_LETTERS, orders.rejected(), accounts.rejected(), listings.rejected());
        var ingest = KeepIngestLedger.attach(
                ordersRead
                        .counts()
                        .union(
                                accountsRead.counts(),
                                listingsRead.counts(),
                                CountOutcomes.attach(placed.verdicts(), OperatorId.COUNT_SELLER_OUTCOMES),
                                CountOutcomes.attach(ledger.verdicts(), OperatorId.COUNT_ORDER_OUTCOMES),
                                CountOutcomes.ofDead(rejected, OperatorId.COUNT_DEAD)),
                OperatorId.INGEST_LEDGER,
                Jobs.SALES,
                out.ingestLedger().start().or(out.freshness().start()));

        out.sales().write(sales);
        out.successes().write(successes);
        out.orderLines().write(ledger.lines());
        out.orderParts().write(ledger.parts());
        out.orderEvents().write(orders.history());
        out.accountEvents().write(accounts.history());
        out.listingEvents().write(listings.history());
        out.ingestLedger().write(ingest.ledger());
        out.freshness().write(ingest.freshness());
        out.writeDeadLetters(rejected);
    }
}
