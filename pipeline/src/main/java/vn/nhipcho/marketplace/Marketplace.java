package vn.nhipcho.marketplace;

/**
 * A marketplace that orders come from. How long it lets an order wait is a setting of the alert rules.
 *
 * @param code as in every event, lower case
 * @param predecessor name it had before, as older documents call it; empty: none
 */
public record Marketplace(String code, String name, String predecessor, boolean inProgramme) {}
