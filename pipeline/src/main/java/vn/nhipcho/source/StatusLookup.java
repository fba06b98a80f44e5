package vn.nhipcho.source;

import vn.nhipcho.model.OrderStatus;

/** Gives the canonical status of what a marketplace writes; {@code UNKNOWN} for what no one knows. */
@FunctionalInterface
public interface StatusLookup {
    OrderStatus canonical(String platform, String statusRaw);
}
