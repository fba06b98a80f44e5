package vn.nhipcho.dashboards.layout;

/** A language that every dashboard is rendered in. Vietnamese has the plain uids. */
public enum Language {
    VI("vi", ""),
    EN("en", "-en");

    private final String code;
    private final String suffix;

    Language(String code, String suffix) {
        this.code = code;
        this.suffix = suffix;
    }

    public String code() {
        return code;
    }

    /** The uid of the dashboard that is laid out in the directory of this name. */
    public String uid(String dashboard) {
        return "nhip-cho-" + dashboard + suffix;
    }
}
