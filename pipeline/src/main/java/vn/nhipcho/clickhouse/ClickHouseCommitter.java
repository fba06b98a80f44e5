package vn.nhipcho.clickhouse;

import java.io.IOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;

/** Inserts the rows of completed checkpoints. Blocks while ClickHouse is away; a cancelled task interrupts it. */
final class ClickHouseCommitter implements Committer<Committable> {
    private final FloorCheck floor;
    private final Delivery delivery;
    private final JdbcInserter inserter;

    ClickHouseCommitter(FloorCheck floor, Delivery delivery, JdbcInserter inserter) {
        this.floor = floor;
        this.delivery = delivery;
        this.inserter = inserter;
    }

    @Override
    public void commit(Collection<CommitRequest<Committable>> requests) throws IOException, InterruptedException {
        if (requests.isEmpty()) {
            return;
        }
        floor.require(requests.stream()
                .mapToLong(request -> request.getCommittable().floor())
                .max()
                .getAsLong());
        for (CommitRequest<Committable> request : requests) {
            delivery.deliver(RowBatch.unpack(request.getCommittable()));
        }
    }

    @Override
    public void close() {
        inserter.close();
    }
}
