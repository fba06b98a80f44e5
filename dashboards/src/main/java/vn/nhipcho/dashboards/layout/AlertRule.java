package vn.nhipcho.dashboards.layout;

import java.time.Duration;
import java.util.Map;

/**
 * A question that Grafana asks again and again, and the answer that is an alert. Without Grafana's own words.
 *
 * @param name names its SQL file, its uid and its entry in the runbook
 * @param sql text columns and one number; a row is an alert of its own, told apart by its texts
 * @param above the number from which on, itself excluded, there is an alert
 * @param lasting so long before it is told
 * @param keepFiringFor so long after it is over, against coming and going; zero: not at all
 * @param noData state of the rule when the SQL gives no row
 * @param range what {@code $__fromTime} to {@code $__toTime} is, up to now
 * @param panel {@code dashboard/panel} that shows the same
 */
public record AlertRule(
        String name,
        Text title,
        Text summary,
        String sql,
        double above,
        Duration lasting,
        Duration keepFiringFor,
        String noData,
        Duration range,
        String panel,
        Map<String, String> labels) {
    public String dashboardName() {
        return panel.replaceFirst("/.*", "");
    }

    public String panelName() {
        return panel.replaceFirst(".*/", "");
    }
}
