package vn.nhipcho.dashboards.sql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL of a panel as ClickHouse gets it: macros and variables written out as Grafana and its ClickHouse data source do.
 *
 * <p>The values of variables are never looked through for macros. What Grafana would leave as it is, is an error here.
 */
public final class PanelSql {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(\\w+)(?::(\\w+))?}|\\$(\\w+)|\\[\\[(\\w+)(?::(\\w+))?]]");

    private final Variables variables;
    private final Macros macros;

    private PanelSql(Variables variables, Macros macros) {
        this.variables = variables;
        this.macros = macros;
    }

    /**
     * @param rawSql as it stands in the dashboard
     * @throws SqlTemplateException when it holds what Grafana would not write out, naming it
     */
    public static String expand(String rawSql, Variables variables, TimeRange range, Interval interval) {
        String conditions = ConditionalAll.resolve(SqlText.withoutComments(rawSql), variables);
        return new PanelSql(variables, new Macros(range, interval))
                .written(conditions)
                .strip();
    }

    private String written(String sql) {
        StringBuilder out = new StringBuilder(sql.length() + 256);
        Matcher reference = REFERENCE.matcher(sql);
        int at = 0;
        while (reference.find(at)) {
            append(out, sql, at, reference.start());
            String name = first(reference.group(1), reference.group(3), reference.group(4));
            if (Macros.takesArguments(name)) {
                if (reference.end() >= sql.length() || sql.charAt(reference.end()) != '(') {
                    throw new SqlTemplateException("$" + name + " without a bracket");
                }
                int close = SqlText.closingBracket(sql, reference.end());
                List<String> arguments = SqlText.arguments(sql.substring(reference.end() + 1, close));
                out.append(
                        macros.apply(name, arguments.stream().map(this::written).toList()));
                at = close + 1;
            } else {
                out.append(value(name, first(reference.group(2), reference.group(5), "")));
                at = reference.end();
            }
        }
        append(out, sql, at, sql.length());
        return out.toString();
    }

    private String value(String name, String format) {
        if (name.startsWith("__")) {
            return macros.global(name);
        }
        return VariableFormat.write(
                variables.get(name).orElseThrow(() -> new SqlTemplateException("$" + name + ": no such variable")),
                format);
    }

    private static void append(StringBuilder out, String sql, int from, int to) {
        String text = sql.substring(from, to);
        int dollar = text.indexOf('$');
        if (dollar >= 0) {
            throw new SqlTemplateException(
                    "a $ that is neither a macro nor a variable: " + SqlText.excerpt(text, dollar));
        }
        out.append(text);
    }

    private static String first(String one, String two, String three) {
        return one != null ? one : two != null ? two : three;
    }
}
