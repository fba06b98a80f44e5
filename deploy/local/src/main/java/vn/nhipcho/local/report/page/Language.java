package vn.nhipcho.local.report.page;

import java.util.Locale;

/** Of a report; {@code code} as in the option and in the names of columns. */
public enum Language {
    VI(Locale.forLanguageTag("vi-VN")),
    EN(Locale.UK);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
