package vn.nhipcho.seller;

import org.apache.flink.util.OutputTag;
import vn.nhipcho.ingest.Verdict;

/** Opens {@link AddSellerContext} to tests of other packages. */
public final class SellerContexts {
    public static final OutputTag<Verdict> VERDICTS = AddSellerContext.VERDICTS;

    private SellerContexts() {}

    public static AddSellerContext operator() {
        return new AddSellerContext();
    }
}
