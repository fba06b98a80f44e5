package vn.nhipcho.dashboards.lint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.dashboards.rendered.RenderedPanel;
import vn.nhipcho.dashboards.rendered.RenderedTarget;

/** How panels may ask: escaped, within the time that is chosen, and of no table without a key. */
final class SqlRules {
    private static final Pattern FACTS =
            Pattern.compile("market\\.(sales|successes|seller_days|order_lines|order_parts)\\b");
    private static final Pattern LINES = Pattern.compile("market\\.(order_lines|order_parts)\\b");
    private static final Pattern KEY = Pattern.compile("\\b(seller_id|order_id)\\s*(=|IN\\b)");
    private static final Pattern IN_VARIABLE = Pattern.compile("\\bIN\\s*\\(\\s*\\$\\{?(\\w+)(:\\w+)?}?");
    /** The chosen time, or a fixed stretch up to its end such as the twelve months of a season. */
    private static final Pattern TIME = Pattern.compile("\\$__(timeFilter|fromTime|timeFrom|dt|dateTimeFilter)\\b"
            + "|\\badd(Years|Months|Days)\\((least\\()?\\$__toTime\\b");

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private SqlRules() {}

    static void check(RenderedDashboard dashboard, Findings findings) {
        for (RenderedPanel panel : dashboard.panels()) {
            for (RenderedTarget target : panel.targets()) {
                String where = "panel " + panel.title();
                safe(target.rawSql(), where, findings);
                findings.unless(
                        !FACTS.matcher(target.rawSql()).find()
                                || TIME.matcher(target.rawSql()).find(),
                        where,
                        "reads facts of all times: it has neither $__timeFilter nor $__fromTime nor addYears($__toTime, …)");
                findings.unless(
                        !LINES.matcher(target.rawSql()).find()
                                || KEY.matcher(target.rawSql()).find(),
                        where,
                        "reads order_lines or order_parts without a seller_id or order_id");
            }
        }
        dashboard.variables().forEach(variable -> variable.rawSql()
                .ifPresent(sql -> safe(sql, "variable " + variable.name(), findings)));
        dashboard
                .annotations()
                .forEach(annotation -> safe(annotation.rawSql(), "annotation " + annotation.name(), findings));
    }

    private static void safe(String sql, String where, Findings findings) {
        findings.unless(!sql.contains("market_raw."), where, "reads a table of market_raw, not a view of market");
        findings.unless(!sql.contains("$__dateFilter"), where, "$__dateFilter cuts days in Grafana's zone, not ours");
        findings.unless(!sql.contains("{{"), where, "a placeholder of another tool");
        Matcher comment = COMMENT.matcher(sql);
        while (comment.find()) {
            findings.unless(
                    !comment.group().contains("$"), where, "a $ in a comment, where Grafana expands half of it");
        }
        Matcher in = IN_VARIABLE.matcher(sql);
        while (in.find()) {
            findings.unless(
                    ":singlequote".equals(in.group(2)), where, "IN ($" + in.group(1) + ") without :singlequote");
        }
    }
}
