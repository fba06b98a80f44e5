package vn.nhipcho.reference;

/**
 * A quantity in common measure: weighed, counted, or neither.
 *
 * @param grams null where the unit does not convert to a weight
 * @param pieces thousandths of pieces; 0 where the quantity is weighed or cannot be counted
 */
public record Converted(Long grams, long pieces) {
    public static final Converted NEITHER = new Converted(null, 0);
}
