package vn.nhipcho.clickhouse;

import static vn.nhipcho.clickhouse.ErrorVerdict.FAIL;
import static vn.nhipcho.clickhouse.ErrorVerdict.REJECT;
import static vn.nhipcho.clickhouse.ErrorVerdict.RETRY;

import com.clickhouse.client.api.ServerException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one table of what each ClickHouse error means. A code that is not in it fails the job: nothing is lost by that,
 * and it is seen.
 */
public final class ErrorVerdicts {
    record Known(int code, String name, ErrorVerdict verdict) {}

    static final List<Known> TABLE = List.of(
            new Known(3, "UNEXPECTED_END_OF_FILE", RETRY),
            new Known(6, "CANNOT_PARSE_TEXT", REJECT),
            new Known(8, "THERE_IS_NO_COLUMN", FAIL),
            new Known(10, "NOT_FOUND_COLUMN_IN_BLOCK", FAIL),
            new Known(16, "NO_SUCH_COLUMN_IN_TABLE", FAIL),
            new Known(20, "NUMBER_OF_COLUMNS_DOESNT_MATCH", FAIL),
            new Known(27, "CANNOT_PARSE_INPUT_ASSERTION_FAILED", REJECT),
            new Known(32, "ATTEMPT_TO_READ_AFTER_EOF", REJECT),
            new Known(33, "CANNOT_READ_ALL_DATA", REJECT),
            new Known(38, "CANNOT_PARSE_DATE", REJECT),
            new Known(41, "CANNOT_PARSE_DATETIME", REJECT),
            new Known(47, "UNKNOWN_IDENTIFIER", FAIL),
            new Known(53, "TYPE_MISMATCH", FAIL),
            new Known(60, "UNKNOWN_TABLE", FAIL),
            new Known(62, "SYNTAX_ERROR", FAIL),
            new Known(69, "ARGUMENT_OUT_OF_BOUND", REJECT),
            new Known(70, "CANNOT_CONVERT_TYPE", REJECT),
            new Known(72, "CANNOT_PARSE_NUMBER", REJECT),
            new Known(73, "UNKNOWN_FORMAT", FAIL),
            new Known(81, "UNKNOWN_DATABASE", FAIL),
            new Known(115, "UNKNOWN_SETTING", FAIL),
            new Known(117, "INCORRECT_DATA", REJECT),
            new Known(131, "TOO_LARGE_STRING_SIZE", REJECT),
            new Known(159, "TIMEOUT_EXCEEDED", RETRY),
            new Known(164, "READONLY", RETRY),
            new Known(173, "CANNOT_ALLOCATE_MEMORY", RETRY),
            new Known(192, "UNKNOWN_USER", FAIL),
            new Known(193, "WRONG_PASSWORD", FAIL),
            new Known(194, "REQUIRED_PASSWORD", FAIL),
            new Known(202, "TOO_MANY_SIMULTANEOUS_QUERIES", RETRY),
            new Known(203, "NO_FREE_CONNECTION", RETRY),
            new Known(209, "SOCKET_TIMEOUT", RETRY),
            new Known(210, "NETWORK_ERROR", RETRY),
            new Known(225, "NO_ZOOKEEPER", RETRY),
            new Known(236, "ABORTED", RETRY),
            new Known(241, "MEMORY_LIMIT_EXCEEDED", RETRY),
            new Known(242, "TABLE_IS_READ_ONLY", RETRY),
            new Known(243, "NOT_ENOUGH_SPACE", RETRY),
            new Known(244, "UNEXPECTED_ZOOKEEPER_ERROR", RETRY),
            new Known(252, "TOO_MANY_PARTS", RETRY),
            new Known(279, "ALL_CONNECTION_TRIES_FAILED", RETRY),
            new Known(285, "TOO_FEW_LIVE_REPLICAS", RETRY),
            new Known(286, "UNSATISFIED_QUORUM_FOR_PREVIOUS_WRITE", RETRY),
            new Known(319, "UNKNOWN_STATUS_OF_INSERT", RETRY),
            new Known(321, "VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE", REJECT),
            new Known(349, "CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN", REJECT),
            new Known(373, "SESSION_IS_LOCKED", RETRY),
            new Known(394, "QUERY_WAS_CANCELLED", RETRY),
            new Known(407, "DECIMAL_OVERFLOW", REJECT),
            new Known(425, "SYSTEM_ERROR", RETRY),
            new Known(439, "CANNOT_SCHEDULE_TASK", RETRY),
            new Known(469, "VIOLATED_CONSTRAINT", REJECT),
            new Known(473, "DEADLOCK_AVOIDED", RETRY),
            new Known(497, "ACCESS_DENIED", FAIL),
            new Known(499, "S3_ERROR", RETRY),
            new Known(516, "AUTHENTICATION_FAILED", FAIL),
            new Known(999, "KEEPER_EXCEPTION", RETRY),
            new Known(1000, "POCO_EXCEPTION", RETRY));

    private static final Map<Integer, Known> BY_CODE = new HashMap<>();

    static {
        TABLE.forEach(known -> BY_CODE.put(known.code(), known));
    }

    /** Some codes (159) reach the driver as 0 and stand in the message only. */
    private static final Pattern CODE_IN_MESSAGE = Pattern.compile("Code: (\\d+)\\. DB::");

    private static final List<Integer> PASSING_HTTP_STATUS = List.of(408, 429, 502, 503, 504);

    private ErrorVerdicts() {}

    public static ErrorVerdict of(Throwable error) {
        int code = codeOf(error);
        if (code != 0) {
            Known known = BY_CODE.get(code);
            return known == null ? FAIL : known.verdict();
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnboundRow) {
                return REJECT;
            }
            if (cause instanceof ServerException server
                    && !PASSING_HTTP_STATUS.contains(server.getTransportProtocolCode())) {
                return FAIL;
            }
            if (cause instanceof IOException || cause instanceof TimeoutException || cause instanceof ServerException) {
                return RETRY;
            }
        }
        return FAIL;
    }

    /** ClickHouse's error code, 0 when the error has none. */
    static int codeOf(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException server && server.getCode() > 0) {
                return server.getCode();
            }
            if (cause instanceof java.sql.SQLException sql && sql.getErrorCode() > 0) {
                return sql.getErrorCode();
            }
            Matcher matcher = CODE_IN_MESSAGE.matcher(String.valueOf(cause.getMessage()));
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        return 0;
    }

    static String nameOf(int code) {
        Known known = BY_CODE.get(code);
        return known == null ? "code " + code : known.name() + " (" + code + ")";
    }

    /** What a person is to do about an error that fails the job. */
    static String advice(Throwable error) {
        return switch (codeOf(error)) {
            case 192, 193, 194, 497, 516 -> "check the ClickHouse user, its password file and its grants";
            case 8, 10, 16, 20, 47, 53, 60, 81 -> "the tables do not fit this release: run 'nhip-cho migrate'";
            default -> "see deploy/RUNBOOK.md#clickhouse-refuses";
        };
    }
}
