package vn.nhipcho.model;

/** To whom an order part is attributed, as of the part's own placed_at. */
public record Attribution(Place place, String cooperative, String sellerType) {
    public static final Attribution UNKNOWN = new Attribution(Place.UNKNOWN_PLACE, Place.UNKNOWN, Place.UNKNOWN);
}
