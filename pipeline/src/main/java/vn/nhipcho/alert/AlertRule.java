package vn.nhipcho.alert;

import java.util.List;
import vn.nhipcho.lifecycle.SellerCase;
import vn.nhipcho.lifecycle.Stages;

/** A rule over one seller's story. Pure: equal stories give equal alerts. */
public interface AlertRule {
    /**
     * Every alert of the seller's past, and those that will open if nothing else happens.
     *
     * @param until milliseconds; alerts that open later may be left out
     */
    List<Alert> judge(SellerCase seller, Stages stages, long until);
}
