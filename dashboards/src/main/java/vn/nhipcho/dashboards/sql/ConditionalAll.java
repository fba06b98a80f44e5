package vn.nhipcho.dashboards.sql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code $__conditionalAll(condition, $variable)}: the condition, or 1=1 when All is chosen of the variable. */
final class ConditionalAll {
    private static final String MACRO = "$__conditionalAll";
    private static final Pattern PLAIN_VARIABLE = Pattern.compile("\\$(\\w+)|\\$\\{(\\w+)}");

    private ConditionalAll() {}

    /** From the last one backwards, so that an inner one is resolved before the one around it. */
    static String resolve(String sql, Variables variables) {
        String resolved = sql;
        for (int at = resolved.lastIndexOf(MACRO); at >= 0; at = resolved.lastIndexOf(MACRO)) {
            int open = at + MACRO.length();
            if (open >= resolved.length() || resolved.charAt(open) != '(') {
                throw new SqlTemplateException(MACRO + " without a bracket: " + SqlText.excerpt(resolved, at));
            }
            int close = SqlText.closingBracket(resolved, open);
            String inside = resolved.substring(open + 1, close);
            resolved = resolved.substring(0, at) + chosen(inside, variables) + resolved.substring(close + 1);
        }
        return resolved;
    }

    private static String chosen(String inside, Variables variables) {
        List<String> arguments = SqlText.arguments(inside);
        if (SqlText.hasQuotedBracketOrComma(inside)) {
            throw new SqlTemplateException(MACRO + ": a quoted bracket or comma confuses Grafana: " + inside);
        }
        if (arguments.size() != 2) {
            throw new SqlTemplateException(MACRO + " takes two arguments, got " + arguments.size() + ": " + inside);
        }
        Matcher variable = PLAIN_VARIABLE.matcher(arguments.get(1));
        if (!variable.matches()) {
            throw new SqlTemplateException(
                    MACRO + ": the second argument is a plain variable without a format: " + arguments.get(1));
        }
        String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
        return variables
                        .get(name)
                        .orElseThrow(() -> new SqlTemplateException("$" + name + ": no such variable"))
                        .filtersNothing()
                ? "1=1"
                : arguments.get(0);
    }
}
