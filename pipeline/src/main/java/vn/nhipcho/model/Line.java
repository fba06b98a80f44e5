package vn.nhipcho.model;

/**
 * One line of an order at one seller, as the marketplace told it.
 *
 * @param commodity commodity code; null: take it from the listing of {@code productId}
 * @param quantity thousandths of {@code unit}
 * @param unitPrice minor units for one {@code unit}
 * @param discount minor units on the whole line
 * @param shippingFee minor units for this line
 */
public record Line(
        String lineId,
        String productId,
        String commodity,
        long quantity,
        String unit,
        long unitPrice,
        long discount,
        long shippingFee) {}
