package vn.nhipcho.local.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhipcho.dashboards.sql.TimeRange;

/** The query string of a request, decoded: the time range as epoch milliseconds, variables as {@code var-<name>}. */
final class RequestParameters {
    private static final String VARIABLE = "var-";
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private RequestParameters() {}

    static RequestParameters of(String rawQuery) throws BadRequest {
        var parameters = new RequestParameters();
        try {
            for (String pair : rawQuery == null || rawQuery.isEmpty() ? new String[0] : rawQuery.split("&")) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                parameters
                        .values
                        .computeIfAbsent(name, any -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        } catch (IllegalArgumentException e) {
            throw BadRequest.wrong("The query string is malformed: " + e.getMessage());
        }
        return parameters;
    }

    TimeRange range() throws BadRequest {
        Instant from = instant("from");
        Instant to = instant("to");
        if (to.isBefore(from)) {
            throw BadRequest.wrong("The time range ends before it begins");
        }
        return new TimeRange(from, to);
    }

    /** What is asked for of each variable, by its name. */
    Map<String, List<String>> variables() {
        Map<String, List<String>> variables = new LinkedHashMap<>();
        values.forEach((name, chosen) -> {
            if (name.startsWith(VARIABLE)) {
                variables.put(name.substring(VARIABLE.length()), List.copyOf(chosen));
            }
        });
        return variables;
    }

    private Instant instant(String name) throws BadRequest {
        Instant instant = Instant.ofEpochMilli(number(name));
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw BadRequest.wrong(name + " must lie between the years 2000 and 2100");
        }
        return instant;
    }

    private long number(String name) throws BadRequest {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() != 1 || !given.get(0).matches("\\d{1,15}")) {
            throw BadRequest.wrong(name + " must be given once, as a number");
        }
        return Long.parseLong(given.get(0));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
