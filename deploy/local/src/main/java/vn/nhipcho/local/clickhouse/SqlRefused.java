package vn.nhipcho.local.clickhouse;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ClickHouse would not run a statement; the message is its own, on one line. */
public final class SqlRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private static final Pattern CODE = Pattern.compile("Code: (\\d+)\\. DB::");

    /** Errors of a statement that another server, or this one at another time, would refuse likewise. */
    private static final Set<Integer> STATEMENT_IS_WRONG = Set.of(
            6, // CANNOT_PARSE_TEXT
            8, // THERE_IS_NO_COLUMN
            10, // NOT_FOUND_COLUMN_IN_BLOCK
            16, // NO_SUCH_COLUMN_IN_TABLE
            20, // NUMBER_OF_COLUMNS_DOESNT_MATCH
            26, // CANNOT_PARSE_QUOTED_STRING
            27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
            34, // TOO_MANY_ARGUMENTS_FOR_FUNCTION
            35, // TOO_FEW_ARGUMENTS_FOR_FUNCTION
            36, // BAD_ARGUMENTS
            38, // CANNOT_PARSE_DATE
            41, // CANNOT_PARSE_DATETIME
            42, // NUMBER_OF_ARGUMENTS_DOESNT_MATCH
            43, // ILLEGAL_TYPE_OF_ARGUMENT
            44, // ILLEGAL_COLUMN
            46, // UNKNOWN_FUNCTION
            47, // UNKNOWN_IDENTIFIER
            48, // NOT_IMPLEMENTED
            50, // UNKNOWN_TYPE
            52, // EMPTY_LIST_OF_COLUMNS_QUERIED
            53, // TYPE_MISMATCH
            57, // TABLE_ALREADY_EXISTS
            60, // UNKNOWN_TABLE
            62, // SYNTAX_ERROR
            63, // UNKNOWN_AGGREGATE_FUNCTION
            68, // CANNOT_GET_SIZE_OF_FIELD
            69, // ARGUMENT_OUT_OF_BOUND
            70, // CANNOT_CONVERT_TYPE
            72, // CANNOT_PARSE_NUMBER
            73, // UNKNOWN_FORMAT
            81, // UNKNOWN_DATABASE
            82, // DATABASE_ALREADY_EXISTS
            115, // UNKNOWN_SETTING
            125, // INCORRECT_RESULT_OF_SCALAR_SUBQUERY
            153, // ILLEGAL_DIVISION
            179, // MULTIPLE_EXPRESSIONS_FOR_ALIAS
            181, // ILLEGAL_FINAL
            184, // ILLEGAL_AGGREGATION
            206, // ALIAS_REQUIRED
            207, // AMBIGUOUS_IDENTIFIER
            215, // NOT_AN_AGGREGATE
            258, // UNION_ALL_RESULT_STRUCTURES_MISMATCH
            352, // AMBIGUOUS_COLUMN_NAME
            386, // NO_COMMON_TYPE
            403, // INVALID_JOIN_ON_EXPRESSION
            407, // DECIMAL_OVERFLOW
            456); // UNKNOWN_QUERY_PARAMETER

    private final int code;

    private SqlRefused(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Whether the statement is to be mended; otherwise ClickHouse could not run it, now or for this user. */
    public boolean isOfTheStatement() {
        return STATEMENT_IS_WRONG.contains(code);
    }

    public static SqlRefused of(String answer) {
        Matcher told = CODE.matcher(answer);
        return new SqlRefused(
                told.find() ? Integer.parseInt(told.group(1)) : 0,
                answer.strip()
                        .replaceAll("\\s*\\R\\s*", " ")
                        .replaceFirst("\\s*\\(version [^)]*\\(official build\\)\\)\\s*$", ""));
    }
}
