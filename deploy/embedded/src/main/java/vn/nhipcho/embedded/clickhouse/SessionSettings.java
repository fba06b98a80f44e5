package vn.nhipcho.embedded.clickhouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The statements that give a connection the database and settings of a request, and take them back. */
final class SessionSettings {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final String CURRENT_VALUES = "SELECT 'SET ' || arrayStringConcat(groupArray(name || ' = ' || ''''"
            + " || replaceAll(replaceAll(value, '\\\\', '\\\\\\\\'), '''', '\\\\''') || ''''), ', ')"
            + " FROM system.settings WHERE name IN (%s)";

    private SessionSettings() {}

    static void apply(QueryRequest request, ChdbConnection connection) throws EngineException {
        boolean startsThere = request.session().isEmpty()
                && request.database().filter("default"::equals).isPresent();
        if (request.database().isPresent() && !startsThere) {
            connection.execute("USE " + identifier(request.database().get()));
        }
        if (!request.settings().isEmpty()) {
            connection.execute(assignments(request.settings()));
        }
    }

    /** What to run after the request so that a session does not keep what only the request asked for. */
    static List<String> undo(QueryRequest request, ChdbConnection connection) throws EngineException {
        List<String> statements = new ArrayList<>();
        if (request.database().isPresent()) {
            statements.add("USE " + identifier(connection.text("SELECT currentDatabase()")));
        }
        if (!request.settings().isEmpty()) {
            String names = request.settings().keySet().stream()
                    .map(SessionSettings::literal)
                    .collect(Collectors.joining(", "));
            statements.add(connection.text(CURRENT_VALUES.formatted(names)));
        }
        return statements;
    }

    private static String assignments(Map<String, String> settings) throws EngineException {
        List<String> assignments = new ArrayList<>();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            if (!NAME.matcher(setting.getKey()).matches()) {
                throw EngineException.of(EngineException.UNKNOWN_SETTING, "Unknown setting '" + setting.getKey() + "'");
            }
            assignments.add(setting.getKey() + " = " + literal(setting.getValue()));
        }
        return "SET " + String.join(", ", assignments);
    }

    private static String identifier(String name) {
        return '`' + escape(name).replace("`", "\\`") + '`';
    }

    private static String literal(String text) {
        return '\'' + escape(text).replace("'", "\\'") + '\'';
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\");
    }
}
