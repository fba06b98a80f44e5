package vn.nhipcho.local.report.page;

/** What a value means beside its number; always shown by a word or a sign, never by colour alone. */
public enum State {
    PLAIN,
    /** Can still change. */
    PROVISIONAL,
    /** Of too few cases to be judged. */
    GREY,
    ON_PLAN,
    BEHIND,
    AT_RISK
}
