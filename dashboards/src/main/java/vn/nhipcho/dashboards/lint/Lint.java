package vn.nhipcho.dashboards.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.nhipcho.dashboards.rendered.RenderedDashboard;
import vn.nhipcho.dashboards.rendered.RenderedVariable;

/** All rules over all dashboards. */
public final class Lint {
    private Lint() {}

    public static List<Finding> of(Collection<RenderedDashboard> dashboards) {
        Map<String, Set<String>> variables = dashboards.stream()
                .collect(Collectors.toMap(
                        RenderedDashboard::uid,
                        dashboard -> dashboard.variables().stream()
                                .map(RenderedVariable::name)
                                .collect(Collectors.toSet()),
                        (one, two) -> one));
        List<Finding> findings = new ArrayList<>();
        for (RenderedDashboard dashboard : dashboards) {
            Findings of = new Findings(dashboard.path());
            HeadRules.check(dashboard, of);
            PanelRules.check(dashboard, of);
            GridRules.check(dashboard, of);
            SqlRules.check(dashboard, of);
            VariableRules.check(dashboard, of);
            LinkRules.check(dashboard, variables, of);
            findings.addAll(of.all());
        }
        findings.addAll(repeated("uid", dashboards, RenderedDashboard::uid));
        findings.addAll(repeated(
                "title in a folder",
                dashboards,
                dashboard -> dashboard.language() + "/" + dashboard.folder() + "/" + dashboard.title()));
        return findings;
    }

    private static List<Finding> repeated(
            String what, Collection<RenderedDashboard> dashboards, Function<RenderedDashboard, String> key) {
        Set<String> seen = new HashSet<>();
        return dashboards.stream()
                .filter(dashboard -> !seen.add(key.apply(dashboard)))
                .map(dashboard ->
                        new Finding(dashboard.path(), "another one has the same " + what + ": " + key.apply(dashboard)))
                .toList();
    }
}
