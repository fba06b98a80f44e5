package vn.nhipcho.dashboards.lint;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;

/** Links lead to dashboards that are there, in the same language, and set variables that those have. */
final class LinkRules {
    private static final Pattern URL = Pattern.compile("\"url\":\"(/[^\"]+)\"");
    private static final Pattern DASHBOARD = Pattern.compile("/d/([A-Za-z0-9_-]+)(?:\\?(.*))?");
    private static final Pattern SET = Pattern.compile("(?:^|&)var-(\\w+)=|\\$\\{(?!__)(\\w+):queryparam}");

    private LinkRules() {}

    static void check(RenderedDashboard dashboard, Map<String, Set<String>> variablesByUid, Findings findings) {
        Matcher url = URL.matcher(dashboard.json().toString());
        while (url.find()) {
            String where = "link " + url.group(1);
            Matcher link = DASHBOARD.matcher(url.group(1));
            boolean leadsSomewhere = link.matches() && variablesByUid.containsKey(link.group(1));
            findings.unless(leadsSomewhere, where, "leads to no dashboard of ours");
            if (leadsSomewhere) {
                findings.unless(
                        link.group(1).endsWith("-en") == dashboard.uid().endsWith("-en"),
                        where,
                        "changes the language");
                Matcher set = SET.matcher(link.group(2) == null ? "" : link.group(2));
                while (set.find()) {
                    String name = set.group(1) != null ? set.group(1) : set.group(2);
                    findings.unless(
                            variablesByUid.get(link.group(1)).contains(name),
                            where,
                            "sets a variable not there: " + name);
                }
            }
        }
    }
}
