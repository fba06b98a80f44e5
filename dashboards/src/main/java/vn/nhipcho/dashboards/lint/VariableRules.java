package vn.nhipcho.dashboards.lint;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.dashboards.rendered.RenderedVariable;

/** Each variable is used, each used one is there, and All can be seen as such. */
final class VariableRules {
    private static final Pattern USE = Pattern.compile("\\$\\{(?!__)(\\w+)|\\$(?!__)([A-Za-z]\\w*)|\\[\\[(\\w+)");

    private VariableRules() {}

    static void check(RenderedDashboard dashboard, Findings findings) {
        Set<String> defined = new LinkedHashSet<>();
        Set<String> asked = new HashSet<>();
        for (RenderedVariable variable : dashboard.variables()) {
            String where = "variable " + variable.name();
            findings.unless(defined.add(variable.name()), where, "is there twice");
            variable.rawSql().ifPresent(sql -> {
                // Only ones further up, so there is no circle and each is asked once.
                Set<String> used = used(sql);
                findings.unless(defined.containsAll(used), where, "uses one that is not above it: " + used);
                findings.unless(!used.contains(variable.name()), where, "uses itself");
                asked.addAll(used);
            });
        }
        dashboard
                .json()
                .at("/templating/list")
                .forEach(variable -> findings.unless(
                        !variable.has("allValue"),
                        "variable " + variable.path("name").asText(),
                        "has an allValue, which hides All from $__conditionalAll"));
        Set<String> used = used(
                dashboard.json().path("panels").toString() + dashboard.json().path("annotations"));
        used.forEach(name -> findings.unless(defined.contains(name), "", "$" + name + " is used and not defined"));
        defined.forEach(name -> findings.unless(
                used.contains(name) || asked.contains(name), "variable " + name, "is defined and not used"));
    }

    static Set<String> used(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher use = USE.matcher(text);
        while (use.find()) {
            names.add(use.group(1) != null ? use.group(1) : use.group(2) != null ? use.group(2) : use.group(3));
        }
        return names;
    }
}
