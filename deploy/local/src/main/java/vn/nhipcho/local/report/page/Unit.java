package vn.nhipcho.local.report.page;

/** What a number counts or measures; decides how it is written. */
public enum Unit {
    COUNT,
    /** Amounts in the deployment's currency; people read them in millions. */
    MONEY,
    /** Amounts that are small enough to be read whole. */
    MONEY_EACH,
    MONEY_PER_KG,
    /** Kilograms; people read them in tonnes. */
    QUANTITY,
    PERCENT,
    /** By how many per cent more or less; carries its sign. */
    CHANGE
}
