package vn.nhipcho.deadletter;

import org.apache.flink.streaming.api.datastream.DataStream;

/** The one place where the rejections of every step meet, to be counted once and written once. */
public final class CollectRejected {
    private CollectRejected() {}

    public static DataStream<Rejected> attach(
            String uid, DataStream<Rejected> orders, DataStream<Rejected> accounts, DataStream<Rejected> listings) {
        return orders.union(accounts, listings)
                .map(letter -> letter)
                .returns(Rejected.class)
                .setParallelism(1)
                .name("dead letters")
                .uid(uid);
    }
}
