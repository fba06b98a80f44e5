package vn.nhipcho.seller;

import org.apache.flink.streaming.api.datastream.DataStream;
import vn.nhipcho.model.AccountChange;
import vn.nhipcho.model.ListingChange;
import vn.nhipcho.model.OrderPush;

/** An event of any of the three streams under its seller; exactly one of the three is there. */
public record SellerEvent(String sellerId, OrderPush push, AccountChange account, ListingChange listing) {

    public static DataStream<SellerEvent> union(
            DataStream<OrderPush> orders, DataStream<AccountChange> accounts, DataStream<ListingChange> listings) {
        var ofOrders = orders.map(push -> new SellerEvent(push.sellerId(), push, null, null))
                .returns(SellerEvent.class)
                .name("orders by seller")
                .uid("orders-by-seller");
        var ofAccounts = accounts.map(account -> new SellerEvent(account.sellerId(), null, account, null))
                .returns(SellerEvent.class)
                .name("accounts by seller")
                .uid("accounts-by-seller");
        var ofListings = listings.map(listing -> new SellerEvent(listing.sellerId(), null, null, listing))
                .returns(SellerEvent.class)
                .name("listings by seller")
                .uid("listings-by-seller");
        return ofOrders.union(ofAccounts, ofListings);
    }
}
