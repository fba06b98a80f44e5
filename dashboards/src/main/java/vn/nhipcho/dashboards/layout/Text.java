package vn.nhipcho.dashboards.layout;

/** A text that people read, in every language. */
public record Text(String vi, String en) {
    public static final Text NONE = new Text("", "");

    public String in(Language language) {
        return language == Language.VI ? vi : en;
    }

    public boolean isEmpty() {
        return vi.isEmpty() && en.isEmpty();
    }
}
