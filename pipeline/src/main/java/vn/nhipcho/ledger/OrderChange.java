package vn.nhipcho.ledger;

import java.util.List;
import vn.nhipcho.model.OrderLineRow;

/** All of an order's lines before and after a change: what the totals subtract and add. */
public record OrderChange(List<OrderLineRow> before, List<OrderLineRow> after) {}
