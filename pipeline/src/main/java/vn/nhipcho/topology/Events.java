package vn.nhipcho.topology;

import org.apache.flink.streaming.api.datastream.DataStream;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.deadletter.CollectRejected;
import vn.nhipcho.deadletter.Rejected;
import vn.nhipcho.ingest.CountRead;
import vn.nhipcho.ingest.LedgerEntry;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.ListingChange;
import vn.nhipcho.model.OrderPush;
import vn.nhipcho.seller.SellerEvent;
import vn.nhipcho.source.Decode;
import vn.nhipcho.source.Decoders;
import vn.nhipcho.source.Outcome;

/** The first steps of every job: the topics of the marketplaces, counted and decoded. */
record Events(
        Outcome<OrderPush> orders,
        Outcome<AccountChange> accounts,
        Outcome<ListingChange> listings,
        DataStream<LedgerEntry> counts) {

    static Events attach(Inputs in, JobConfig config) {
        var orders = CountRead.attach(in.orders(), OperatorId.COUNT_ORDERS);
        var accounts = CountRead.attach(in.accounts(), OperatorId.COUNT_ACCOUNTS);
        var listings = CountRead.attach(in.listings(), OperatorId.COUNT_LISTINGS);
        return new Events(
                Decode.attach(
                        orders.records(),
                        OperatorId.DECODE_ORDERS,
                        Decoders.orders(config.registry(), config.currency()),
                        OrderPush.class),
                Decode.attach(
                        accounts.records(),
                        OperatorId.DECODE_ACCOUNTS,
                        Decoders.accounts(config.registry(), config.zone()),
                        AccountChange.class),
                Decode.attach(
                        listings.records(),
                        OperatorId.DECODE_LISTINGS,
                        Decoders.listings(config.registry()),
                        ListingChange.class),
                orders.counts().union(accounts.counts(), listings.counts()));
    }

    DataStream<SellerEvent> bySeller() {
        return SellerEvent.union(orders.accepted(), accounts.accepted(), listings.accepted());
    }

    DataStream<Rejected> rejected() {
        return CollectRejected.attach(
                OperatorId.DEAD_LETTERS, orders.rejected(), accounts.rejected(), listings.rejected());
    }
}
