package vn.nhipcho.embedded.clickhouse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An error as ClickHouse reports it: a number and {@code Code: N. DB::Exception: …}. */
final class EngineException extends Exception {
    static final int LOGICAL_ERROR = 49;
    static final int SYNTAX_ERROR = 62;
    static final int UNKNOWN_SETTING = 115;
    static final int READONLY = 164;
    static final int SESSION_NOT_FOUND = 372;
    static final int SESSION_IS_LOCKED = 373;

    private static final Pattern CODE = Pattern.compile("^Code: (\\d+)\\.");

    private final int code;

    private EngineException(int code, String message) {
        super(message);
        this.code = code;
    }

    static EngineException of(int code, String what) {
        return new EngineException(code, "Code: %d. DB::Exception: %s".formatted(code, what));
    }

    static EngineException parse(String message) {
        Matcher matcher = CODE.matcher(message);
        return matcher.find()
                ? new EngineException(Integer.parseInt(matcher.group(1)), message)
                : of(LOGICAL_ERROR, message);
    }

    int code() {
        return code;
    }
}
