package vn.nhipcho.topology;

import vn.nhipcho.config.JobConfig;
import vn.nhipcho.ingest.CountOutcomes;
import vn.nhipcho.ingest.KeepIngestLedger;
import vn.nhipcho.ledger.BusinessZone;
import vn.nhipcho.ledger.KeepOrderLedger;
import vn.nhipcho.model.Jobs;
import vn.nhipcho.seller.AddSellerContext;
import vn.nhipcho.totals.TotalCells;

/** The sales job: orders to facts and totals. Reads like the drawing in the design, section 3. */
public final class SalesTopology {
    private SalesTopology() {}

    public static void define(Inputs in, Outputs out, JobConfig config) {
        var zone = new BusinessZone(config.zone());

        var events = Events.attach(in, config);
        var placed = AddSellerContext.attach(events.bySeller(), OperatorId.SELLER_CONTEXT);
        var ledger = KeepOrderLedger.attach(
                placed.pushes(),
                OperatorId.ORDER_LEDGER,
                zone,
                out.orderLines().start().or(out.orderParts().start()));
        var sales = TotalCells.ofSales(
                ledger.changes(), OperatorId.SALES, zone, out.sales().start());
        var successes = TotalCells.ofSuccesses(
                ledger.changes(), OperatorId.SUCCESSES, zone, out.successes().start());

        var rejected = events.rejected();
        var ingest = KeepIngestLedger.attach(
                events.counts()
                        .union(
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
        out.orderEvents().write(events.orders().history());
        out.accountEvents().write(events.accounts().history());
        out.listingEvents().write(events.listings().history());
        out.ingestLedger().write(ingest.ledger());
        out.freshness().write(ingest.freshness());
        out.writeDeadLetters(rejected);
    }
}
