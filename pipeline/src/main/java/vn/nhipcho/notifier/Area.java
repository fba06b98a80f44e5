package vn.nhipcho.notifier;

/** Whose list an alert is on: a support unit's where one looks after the seller, else a district's. */
public record Area(Kind kind, String code, String name) implements Comparable<Area> {
    public enum Kind {
        DISTRICT,
        SUPPORT_UNIT
    }

    /** For people: the official name with its code, or what stands for a place that has none. */
    public String title() {
        return name.equals(code) ? name : name + " (" + code + ")";
    }

    /** By its code or its official name. */
    public boolean isNamed(String text) {
        return text.equalsIgnoreCase(code) || text.equalsIgnoreCase(name);
    }

    @Override
    public int compareTo(Area other) {
        int byName = name.compareTo(other.name);
        int byKind = byName != 0 ? byName : kind.compareTo(other.kind);
        return byKind != 0 ? byKind : code.compareTo(other.code);
    }
}
