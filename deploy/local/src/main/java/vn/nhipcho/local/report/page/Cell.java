package vn.nhipcho.local.report.page;

import java.math.BigDecimal;

/**
 * One value of a table.
 *
 * @param amount of a number, exact and in the smallest unit people count in; null in every other kind
 * @param text of a text
 * @param note what stands small beside the value, such as both parts of a ratio; may be empty
 */
public record Cell(Kind kind, BigDecimal amount, Unit unit, String text, String note, State state) {

    public enum Kind {
        NUMBER,
        TEXT,
        /** What the numbers of a row are in: {@code text} for people, {@code note} where they are exact. */
        UNIT,
        /** Nobody knows: not zero. */
        ABSENT,
        /** Of so few sellers that one could be recognised. */
        FEW,
        /** Does not apply here. */
        NONE
    }

    public static final Cell ABSENT = of(Kind.ABSENT);
    public static final Cell FEW = of(Kind.FEW);
    public static final Cell NONE = of(Kind.NONE);

    private static Cell of(Kind kind) {
        return new Cell(kind, null, null, "", "", State.PLAIN);
    }

    public static Cell number(BigDecimal amount, Unit unit) {
        return new Cell(Kind.NUMBER, amount, unit, "", "", State.PLAIN);
    }

    public static Cell count(long amount) {
        return number(BigDecimal.valueOf(amount), Unit.COUNT);
    }

    public static Cell text(String text) {
        return new Cell(Kind.TEXT, null, null, text, "", State.PLAIN);
    }

    public static Cell unit(String forPeople, String exact) {
        return new Cell(Kind.UNIT, null, null, forPeople, exact, State.PLAIN);
    }

    public Cell noted(String added) {
        return new Cell(kind, amount, unit, text, note.isEmpty() ? added : note + "; " + added, state);
    }

    public Cell in(State other) {
        return new Cell(kind, amount, unit, text, note, other);
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
