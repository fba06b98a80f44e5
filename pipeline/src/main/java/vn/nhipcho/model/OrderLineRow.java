package vn.nhipcho.model;

/**
 * A row of {@code order_lines}: one line with its part's state.
 *
 * @param part the part the line belongs to; its version and deletion are the line's
 * @param commodity as attributed: the line's own, failing that the listing's
 * @param grams the quantity in grams where unit and commodity convert, else null
 * @param pieces thousandths of pieces where the line is counted and does not convert, else 0
 * @param gross quantity times unit price less discount, rounded half up to the minor unit
 */
public record OrderLineRow(
        OrderPartRow part, Line line, String commodity, Long grams, long pieces, long gross, boolean deleted) {}
